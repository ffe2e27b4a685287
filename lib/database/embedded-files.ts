/** The embedded server's files: made in one step, so that a kill in between leaves none rather than half of them. */
import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Makes the files of a new, empty server in `home` unless there are some. Throws initdb's words when it fails. */
export function initialise(prefix: string[], initdb: string, home: string): string {
  const files = join(home, "postgres");
  if (existsSync(files)) return files;
  const draft = join(home, "postgres.new");
  rmSync(draft, { recursive: true, force: true });
  const options = [
    "-D",
    draft,
    "-U",
    "ledestjerne",
    `--pwfile=${join(home, "postgres.password")}`,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-locale",
  ];
  const [command, ...args] = [...prefix, initdb, ...options];
  const run = spawnSync(command!, args, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  if (run.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`The embedded PostgreSQL could not be set up in ${files}:\n${run.stderr || run.error}`);
  }
  renameSync(draft, files);
  return files;
}
