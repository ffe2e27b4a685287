/** Who started us. npm runs a shell that runs us; killed outright, npm leaves both behind, which nobody would look for. */
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/** Calls `gone` once when npm, or whoever started this process, is no longer there. Does nothing when nobody waits for us. */
export function watchParents(gone: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS).unref();
}

/** Our parent and its parent; the second only where the system tells it in a file. */
function parents(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")")).split(" ")[2]}`;
  } catch {
    return String(process.ppid);
  }
}
