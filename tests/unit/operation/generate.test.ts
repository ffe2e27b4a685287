import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const CLIENT = join("lib", "database", "generated");

test("a database client that is there is left as it is: the demo is loaded with it while the application is built", () => {
  const before = written();
  execFileSync(process.execPath, ["--import", "tsx", join("lib", "database", "generate.ts")]);
  expect(before.length).toBeGreaterThan(5);
  expect(written()).toEqual(before);
});

function written(): { name: string; inode: number; at: number }[] {
  return readdirSync(CLIENT, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => ({ name, inode: statSync(join(CLIENT, name)).ino, at: statSync(join(CLIENT, name)).mtimeMs }));
}
