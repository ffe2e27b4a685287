/** `npm run import` knows the database by its own connections: the application's client would look for one that a command never names. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

/** Every file of ours that is loaded with a file, types aside. */
function loadedWith(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const imports = /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  for (const [, fixed, late] of readFileSync(entry, "utf8").matchAll(imports)) {
    const name = fixed ?? late!;
    const path = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(entry), name) : null;
    const file = path && [path, `${path}.ts`, `${path}.tsx`].find((one) => /\.\w+$/.test(one) && existsSync(one));
    if (file) loadedWith(file, seen);
  }
  return seen;
}

it.each(["lib/operation/import.ts", "lib/operation/import-worker.ts"])(
  "%s never loads the application's client",
  (entry) => {
    const loaded = loadedWith(entry);
    expect(loaded).toContain("lib/import/comparison/mutations.ts");
    expect(loaded).not.toContain("lib/database/client.ts");
    expect(loaded).not.toContain("lib/database/pool.ts");
  },
);

it("would notice one that does", () => {
  expect(loadedWith("lib/emission-factor/queries.ts")).toContain("lib/database/client.ts");
});
