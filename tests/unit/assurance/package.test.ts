import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf, packageStream, type ListedFile, type PackageFile } from "@/lib/assurance/package/model";

const about = { organisation: "Ålborg Sygehus", year: 2024, madeAt: "2025-03-01T08:00:00.000Z" };
const sha256 = (bytes: string) => createHash("sha256").update(bytes).digest("hex");
const file = (path: string, ...pieces: string[]): PackageFile => ({
  path,
  content: async function* () {
    for (const piece of pieces) yield piece;
  },
});
const content = JSON.stringify(["o", 1, "2025-01-01", null, "page", "session.start", "", {}, ""]);
const trail = `${JSON.stringify({ content, hash: sha256(content) })}\n`;
const files = [
  file("values.csv", "org_unit,kpi\r\n", "nord,vand\r\n"),
  file("evidence/1/Årsopgørelse.pdf", "bilag ".repeat(30_000)),
  file("trail.ndjson", trail),
];

let home: string;
beforeAll(async () => void (home = await mkdtemp(join(tmpdir(), "package-"))));
afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs the command as an auditor does; its exit code and what it printed. */
const verify = (path: string) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "lib/operation/assurance-verify.ts", path]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
const written = async (name: string, of: readonly PackageFile[]) => {
  const path = join(home, name);
  await writeFile(path, packageStream(of, about));
  return path;
};

describe("a package", () => {
  it("is found whole by the command, and a byte changed in it is named", async () => {
    const path = await written("whole.zip", files);
    expect(await verify(path)).toEqual({ code: 0, said: expect.stringContaining("Ålborg Sygehus 2024") as string });
    // What is stored inside is packed: a changed byte breaks the packing or the hash.
    const bytes = await readFile(path);
    const at = bytes.indexOf("values.csv") + "values.csv".length + 4;
    bytes[at] = bytes[at]! ^ 0xff;
    await writeFile(join(home, "changed.zip"), bytes);
    expect((await verify(join(home, "changed.zip"))).code).not.toBe(0);
  }, 60_000);

  it("whose trail was tampered with is named, though every hash of the manifest is right", async () => {
    const forged = trail.replace("session.start", "session.stop_");
    const path = await written("forged.zip", [file("values.csv", "x"), file("trail.ndjson", forged)]);
    expect(await verify(path)).toEqual({
      code: 1,
      said: expect.stringContaining("trail.ndjson #1: changed") as string,
    });
  }, 60_000);

  it("that could not be finished is no package", async () => {
    const broken: PackageFile = {
      path: "evidence/2/x.pdf",
      content: async function* () {
        yield "begun";
        throw new Error("the database went away");
      },
    };
    await expect(written("half.zip", [files[0]!, broken])).rejects.toThrow("the database went away");
  });

  it("is compared file by file: changed, missing, and too many", () => {
    const listed: ListedFile[] = [
      { path: "a", bytes: 1, sha256: "1" },
      { path: "b", bytes: 1, sha256: "2" },
    ];
    expect(faultsOf({ files: listed }, [...listed, { path: "manifest.json", bytes: 9, sha256: "9" }])).toEqual([]);
    expect(
      faultsOf({ files: listed }, [
        { path: "a", bytes: 1, sha256: "0" },
        { path: "c", bytes: 1, sha256: "3" },
      ]),
    ).toEqual(["a: changed", "b: missing", "c: not in the manifest"]);
  });
});
