/** Memory of the product's processes, from /proc. */
import { readFileSync, readdirSync } from "node:fs";

/** Who a process belongs to: the watching start, the web server, PostgreSQL, or the browser that prints. */
type Owner = "start" | "server" | "postgres" | "browser";

/** Megabytes: RSS counts memory that processes share once for each, PSS divides it among them. */
export type Memory = { rss: number; pss: number; owners: Record<Owner, number> };

const PAGE = 4096;
const MEGA = 1e6;

/** The memory of a process and all below it, the browser's apart (`owners.browser`, not in the sums); null where /proc does not tell. */
export function memoryBelow(root: number): Memory | null {
  const parents = new Map<number, number>();
  for (const name of readable(() => readdirSync("/proc")) ?? []) {
    const stat = /^\d+$/.test(name) ? readable(() => readFileSync(`/proc/${name}/stat`, "utf8")) : null;
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  if (!parents.has(root)) return null;
  const memory: Memory = { rss: 0, pss: 0, owners: { start: 0, server: 0, postgres: 0, browser: 0 } };
  const visit = (pid: number, above: Owner) => {
    const owner = above === "browser" ? above : ownerOf(pid) ?? above;
    const rss = (Number(readable(() => readFileSync(`/proc/${pid}/statm`, "utf8"))?.split(" ")[1] ?? 0) * PAGE) / MEGA;
    const pss = (Number(/^Pss:\s+(\d+)/m.exec(readable(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? "")?.[1] ?? 0) * 1024) / MEGA;
    memory.owners[owner] += pss;
    if (owner !== "browser") memory.rss += rss;
    if (owner !== "browser") memory.pss += pss;
    for (const [child, parent] of parents) if (parent === pid) visit(child, owner);
  };
  visit(root, "start");
  return memory;
}

function ownerOf(pid: number): Owner | null {
  const command = readable(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")) ?? "";
  if (/chrom|headless_shell/.test(command.split("\0")[0]!)) return "browser";
  if (/^ledestjerne|serve\.mjs/.test(command)) return "server";
  return /postgres/.test(command) && !/start\.ts/.test(command) ? "postgres" : null;
}

/** Watches the memory below a process; `peak` is the highest seen so far of the sums, and of each owner by itself. */
export function watchMemory(root: number): { peak: () => Memory | null; stop: () => void } {
  let peak: Memory | null = null;
  const look = () => {
    const now = memoryBelow(root);
    if (!now) return;
    const owners = Object.fromEntries(Object.entries(now.owners).map(([owner, pss]) => [owner, Math.max(pss, peak?.owners[owner as Owner] ?? 0)]));
    peak = { rss: Math.max(now.rss, peak?.rss ?? 0), pss: Math.max(now.pss, peak?.pss ?? 0), owners: owners as Memory["owners"] };
  };
  const timer = setInterval(look, 500);
  return { peak: () => peak, stop: () => clearInterval(timer) };
}

/** A process that ends while it is read says nothing. */
function readable<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch {
    return null;
  }
}
