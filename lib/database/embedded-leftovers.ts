/** What an earlier start left on the embedded server's files, such as a server whose application was killed. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const STOP_LIMIT_MS = 20_000;

/** What a server says of itself beside its files. */
export type PidFile = { pid: number; port: number; ready: boolean };

/** Reads what the server on `files` says of itself, or null when none does. */
export function pidFile(files: string): PidFile | null {
  try {
    const lines = readFileSync(join(files, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/**
 * Ends a server left on `files`, and removes its pid file when its process id belongs to somebody else by now. A pid
 * file of a dead process stays: PostgreSQL needs it to see whether backends of that server still live.
 */
export async function clearLeftovers(files: string): Promise<void> {
  const left = pidFile(files);
  if (!left || !alive(left.pid)) return;
  if (!serves(left.pid, files)) return rmSync(join(files, "postmaster.pid"), { force: true });
  process.kill(left.pid, "SIGINT");
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (alive(left.pid) && Date.now() < deadline) await wait(20);
  if (alive(left.pid))
    throw new Error(`PostgreSQL (process ${left.pid}) still holds ${files}. End it and start again.`);
}

/** Whether the process is a PostgreSQL server on `files`, by its command line. */
function serves(pid: number, files: string): boolean {
  const command = commandLine(pid);
  return command === null || (command.includes("postgres") && command.includes(files));
}

/** Null: this platform does not tell. */
function commandLine(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    const ps = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return ps.error ? null : ps.stdout;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
