/** Secrets that are made once and kept beside the data. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret kept in `home` under `name`, made at the first call; only its owner may read it. It appears in one step,
 * so neither a kill nor a second start at the same moment leaves half a secret or two.
 */
export function keptSecret(home: string, name: string): string {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, name);
  const draft = `${file}.${process.pid}`;
  try {
    return readFileSync(file, "utf8");
  } catch {
    writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}
