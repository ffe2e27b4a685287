/** Memory and processor time of the product's processes, from /proc. */
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Who a process belongs to: the watching start, the web server, PostgreSQL, or the browser that prints. */
type Owner = "start" | "server" | "postgres" | "browser";

/** Megabytes: RSS counts memory that processes share once for each, PSS divides it among them. */
export type Memory = { rss: number; pss: number; owners: Record<Owner, number> };

const PAGE = 4096;
const MEGA = 1e6;
/** Linux counts processor time in hundredths of a second for everybody. */
const MS_PER_TICK = 10;

/** The memory of a process and all below it, the browser's apart (`owners.browser`, not in the sums); null where /proc does not tell. */
export function memoryBelow(root: number): Memory | null {
  const processes = below(root);
  if (!processes.length) return null;
  const memory: Memory = { rss: 0, pss: 0, owners: { start: 0, server: 0, postgres: 0, browser: 0 } };
  for (const { pid, owner } of processes) {
    const rss = (Number(readable(() => readFileSync(`/proc/${pid}/statm`, "utf8"))?.split(" ")[1] ?? 0) * PAGE) / MEGA;
    const pss =
      (Number(
        /^Pss:\s+(\d+)/m.exec(readable(() => readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? "")?.[1] ?? 0,
      ) *
        1024) /
      MEGA;
    memory.owners[owner] += pss;
    if (owner === "browser") continue;
    memory.rss += rss;
    memory.pss += pss;
  }
  return memory;
}

/** Milliseconds of processor a process and all below it but the browser have used so far: less disturbed than the clock by what else the machine does. `of`: of those alone. */
export function processorBelow(root: number, of?: Owner): number | null {
  const processes = below(root).filter(({ owner }) => (of ? owner === of : owner !== "browser"));
  return processes.length ? processes.reduce((sum, { ticks }) => sum + ticks, 0) * MS_PER_TICK : null;
}

/** Ends the browser that prints, if there is one, as its minute without use does, and waits until it is gone. */
export async function endBrowser(root: number): Promise<void> {
  const browser = () => below(root).find(({ owner }) => owner === "browser");
  const running = browser();
  if (running) process.kill(running.pid, "SIGTERM");
  while (browser()) await wait(50);
}

type Process = { pid: number; parent: number; ticks: number };

function below(root: number): (Process & { owner: Owner })[] {
  const names = (readable(() => readdirSync("/proc")) ?? []).filter((name) => /^\d+$/.test(name));
  const all = names.flatMap((name): Process[] => {
    const stat = readable(() => readFileSync(`/proc/${name}/stat`, "utf8"));
    if (!stat) return [];
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  });
  const visit = (one: Process, above: Owner): (Process & { owner: Owner })[] => {
    const owner = above === "browser" ? above : (ownerOf(one.pid) ?? above);
    return [
      { ...one, owner },
      ...all.filter(({ parent }) => parent === one.pid).flatMap((child) => visit(child, owner)),
    ];
  };
  return all.filter(({ pid }) => pid === root).flatMap((one) => visit(one, "start"));
}

function ownerOf(pid: number): Owner | null {
  const command = readable(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")) ?? "";
  if (/chrom|headless_shell/.test(command.split("\0")[0]!)) return "browser";
  if (/^ledestjerne|serve\.mjs/.test(command)) return "server";
  return /postgres/.test(command) && !/start\.ts/.test(command) ? "postgres" : null;
}

/** Watches the memory below a process; `peak` is the highest seen so far of the sums, and of each owner by itself. */
export function watchMemory(root: number, everyMs = 500): { peak: () => Memory | null; stop: () => void } {
  let peak: Memory | null = null;
  const look = () => {
    const now = memoryBelow(root);
    if (!now) return;
    const owners = Object.fromEntries(
      Object.entries(now.owners).map(([owner, pss]) => [owner, Math.max(pss, peak?.owners[owner as Owner] ?? 0)]),
    );
    peak = {
      rss: Math.max(now.rss, peak?.rss ?? 0),
      pss: Math.max(now.pss, peak?.pss ?? 0),
      owners: owners as Memory["owners"],
    };
  };
  const timer = setInterval(look, everyMs);
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
