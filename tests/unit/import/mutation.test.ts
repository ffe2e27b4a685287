import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import type { SheetFacts } from "@/lib/import/cell/model";
import { suggestPlan } from "@/lib/import/mapping/model";
import { looker, type SheetLook } from "@/lib/import/table/model";
import { openRows } from "@/lib/operation/import-rows";
import { mutated, mutatedText, randomOf, unzipped } from "@/tests/fixtures/import/mutation";
import * as shapes from "@/tests/fixtures/import/shapes";
import { workbook, zip } from "@/tests/fixtures/import/workbook";

const catalogue = {
  kpis: [
    { code: "electricity", names: ["El", "Electricity"] },
    { code: "water", names: ["Vand", "Water"] },
  ],
  orgUnits: [{ code: "nord", name: "Nord", isRoot: false }],
};

/** Reads a file to its end and proposes a plan, as an import does first; the refusal that stopped it, or null. Anything else that is thrown is a fault of ours. */
async function lookedThrough(kind: "xlsx" | "csv", file: Buffer): Promise<string | null> {
  try {
    const source = await openRows(kind, file, `a.${kind}`);
    const sheets: SheetLook[] = [];
    for (const [at, { name, isHidden }] of source.sheets.entries()) {
      const { look, take } = looker(name, isHidden);
      for await (const rows of source.rows(at, look satisfies SheetFacts)) take(rows);
      sheets.push(look);
    }
    suggestPlan({ fileName: "a", sheets, catalogue, orgUnit: null }, null);
    source.close();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const workbooks = Object.values(shapes).map((shape) => workbook(shape));

it("a broken workbook is read or refused with a word that says so, never more than that", async () => {
  const outcomes = new Map<string | null, number>();
  for (let seed = 1; seed <= 800; seed++) {
    const outcome = await lookedThrough("xlsx", mutated(workbooks[seed % workbooks.length]!, seed)).catch((error) => {
      throw new Error(`seed ${seed}: ${(error as Error).stack}`);
    });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  // Both happen often, or the breaking is too weak or too strong to show anything.
  expect(outcomes.get(null)).toBeGreaterThan(80);
  expect(outcomes.get("import.notAWorkbook")).toBeGreaterThan(150);
  expect([...outcomes.keys()].filter((code) => code !== null && !/^import\.(notAWorkbook|bomb)$/.test(code))).toEqual(
    [],
  );
}, 60_000);

it("so is a broken text file", async () => {
  const file = readFileSync("tests/fixtures/import/files/libreoffice.csv");
  for (let seed = 1; seed <= 800; seed++)
    expect([null, "import.notAText"]).toContain(
      await lookedThrough("csv", mutatedText(file, seed)).catch((error) => `seed ${seed}: ${(error as Error).stack}`),
    );
});

/** Every cell of a file as it is read; null when it is refused. */
async function cellsOf(file: Buffer): Promise<string | null> {
  try {
    const source = await openRows("xlsx", file, "a.xlsx");
    const read: unknown[] = [source.sheets];
    for (const at of source.sheets.keys()) for await (const rows of source.rows(at)) read.push(rows);
    return JSON.stringify(read);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

it("no byte that changes on the way changes a figure: the file is read as it was, or refused", async () => {
  const random = randomOf(7);
  const whole = await cellsOf(workbooks[0]!);
  let refused = 0;
  for (let times = 0; times < 800; times++) {
    const file = Buffer.from(workbooks[0]!);
    const at = Math.floor(random() * file.length);
    file[at] = file[at]! ^ (1 << Math.floor(random() * 8));
    const read = await cellsOf(file);
    if (read === null) refused += 1;
    else expect(read, `a bit of byte ${at}`).toBe(whole);
  }
  expect(refused).toBeGreaterThan(200);
});

it("twin: with sums that fit what was changed, another figure is read", async () => {
  const parts = unzipped(workbooks[0]!);
  const sheet = parts["xl/worksheets/sheet1.xml"]!.toString();
  const read = await cellsOf(zip({ ...parts, "xl/worksheets/sheet1.xml": sheet.replace("719.5", "619.5") }));
  expect(read).toContain("619.5");
});

it("a format, a text or a sheet that is missing is not passed over", async () => {
  const parts = unzipped(workbooks[0]!);
  const { "xl/styles.xml": _, ...unstyled } = parts;
  expect(await cellsOf(zip(unstyled))).toBe(null);
  const { "xl/worksheets/sheet2.xml": __, ...cut } = unzipped(workbook(shapes.hidden));
  expect(await cellsOf(zip(cut))).toBe(null);
  const { "xl/sharedStrings.xml": ___, ...wordless } = parts;
  expect(await cellsOf(zip(wordless))).toBe(null);
  const sheet = parts["xl/worksheets/sheet1.xml"]!.toString().replace(/t="s"><v>\d+</, 't="s"><v>99999<');
  expect(await cellsOf(zip({ ...parts, "xl/worksheets/sheet1.xml": sheet }))).toContain('"kind":"error"');
});

it("twin: the parts of an archive are read and put together as they were", async () => {
  const parts = unzipped(workbooks[0]!);
  expect(await lookedThrough("xlsx", zip(parts))).toBe(null);
});
