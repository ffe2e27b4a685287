import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalOf, cellName, cellPlace, type FileRow, type SheetFacts } from "@/lib/import/cell/model";
import { openArchive } from "@/lib/import/zip/queries";
import { openXlsx } from "@/lib/import/xlsx/queries";
import { dayOf, formatOf } from "@/lib/import/xlsx/format/model";
import { appendix, hidden, transposed } from "@/tests/fixtures/import/shapes";
import { workbook, zip, type SheetOf } from "@/tests/fixtures/import/workbook";

async function read(file: Buffer, sheet = 0): Promise<{ rows: FileRow[]; facts: SheetFacts; names: string[] }> {
  const [source, facts, rows]: [Awaited<ReturnType<typeof openXlsx>>, SheetFacts, FileRow[]] = [
    await openXlsx(file),
    { merges: [], hiddenColumns: [] },
    [],
  ];
  for await (const block of source.rows(sheet, facts)) rows.push(...block);
  source.close();
  return { rows, facts, names: source.sheets.map(({ name, isHidden }) => (isHidden ? `(${name})` : name)) };
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "read",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
const texts = (rows: FileRow[], row: number) =>
  rows
    .find(({ index }) => index === row)!
    .cells.map(({ kind, text, isPercent }) => `${kind}:${text}${isPercent ? "%" : ""}`);

describe("a workbook is read as the file has it", () => {
  it("raised marks, percentages, saved errors, formulas without a result", async () => {
    const { rows } = await read(workbook(appendix));
    expect(texts(rows, 4)).toEqual(["text:El³", "text:MWh", "number:100", "number:719.5", "number:700", "text:–"]);
    expect(texts(rows, 5)).toEqual(["text:Vand 2)", "text:m³", "text:1.707,5", "error:#REF!", "text:-324,100 8"]);
    expect(texts(rows, 6).slice(2)).toEqual(["text:ca. 100", "uncalculated:", "text:719⁸"]);
    expect(texts(rows, 8).slice(2)).toEqual(["number:0.27%", "number:0.2755%", "number:27"]);
    expect(rows.find(({ index }) => index === 4)!.cells[4]!.decimals).toBe(1);
  });

  it("hidden rows, columns and sheets, merged cells", async () => {
    const { rows, facts, names } = await read(workbook(hidden));
    expect(rows.filter(({ isHidden }) => isHidden).map(({ index }) => index)).toEqual([2]);
    expect(facts).toEqual({ merges: [{ top: 3, left: 1, bottom: 3, right: 2 }], hiddenColumns: [3] });
    expect(names).toEqual(["Tal", "(Gammel)"]);
  });

  it("dates in both date systems, and with a prefix on every name", async () => {
    expect(texts((await read(workbook(transposed))).rows, 1)[0]).toBe("date:2024-01-01");
    expect(texts((await read(workbook(transposed, { prefix: "x" }))).rows, 1)[0]).toBe("date:2024-01-01");
    expect(texts((await read(workbook(transposed, { is1904: true }))).rows, 1)[0]).toBe("date:2028-01-02");
    expect([dayOf("1", false), dayOf("60", false), dayOf("61", false), dayOf("-1e9", false)]).toEqual([
      "1900-01-01",
      "1900-02-28",
      "1900-03-01",
      null,
    ]);
  });

  it.each([
    ["0.0%", { isPercent: true, decimals: 1 }],
    ["#,##0.00;[Red]-#,##0.00", { decimals: 2 }],
    ["yyyy", { isDate: true }],
    ["[h]:mm", { isDate: true }],
    ['0.0"days"', { isDate: false, decimals: 1 }],
    ["General", { decimals: null }],
    ["0.###", { decimals: null }],
    ["@", { isDate: false }],
    ["[$DKK] #,##0", { isDate: false, decimals: 0 }],
  ])("the format %s", (format, expected) => {
    expect(formatOf(format)).toMatchObject(expected);
  });

  it("a number is the decimal that was typed, not the binary one beside it", () => {
    expect(
      ["0.27000000000000002", "1707.4999999999998", "1E-3", "-0", "1.7E+5", "12345678901234567", "abc", ""].map(
        decimalOf,
      ),
    ).toEqual(["0.27", "1707.5", "0.001", "0", "170000", "12345678901234600", null, null]);
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 3 }), (digits, scale) => {
        const typed = digits / 10 ** scale;
        const [whole, rest = ""] = typed.toFixed(scale).split(".");
        const plain = rest.replace(/0+$/, "");
        expect(decimalOf(String(typed))).toBe(plain ? `${whole}.${plain}` : whole === "-0" ? "0" : whole);
      }),
      { numRuns: 2_000 },
    );
  });

  it("names cells as spreadsheets do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), fc.integer({ min: 0, max: 1_048_575 }), (column, row) => {
        expect(cellPlace(cellName(column, row))).toEqual({ column, row });
      }),
    );
  });
});

describe("what is no workbook is refused in words, and unpacks nothing", () => {
  const good = workbook(appendix as SheetOf[]);
  it("a bomb, by what it declares and by what it is", async () => {
    const bomb = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": Buffer.alloc(60_000_000, 32) });
    const before = process.memoryUsage().rss;
    expect(await code(openXlsx(bomb))).toBe("import.bomb");
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    const lying = zip(
      { "[Content_Types].xml": "<Types/>", "xl/workbook.xml": Buffer.alloc(30_000_000, 32) },
      { "xl/workbook.xml": 100 },
    );
    expect(await code(openXlsx(lying))).toBe("import.notAWorkbook");
    const crowd = zip(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}`, ""])));
    expect(await code(openXlsx(crowd))).toBe("import.bomb");
  });

  it("twin: with the bounds taken away the same bomb is opened, and unpacks to all it holds", async () => {
    const bomb = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": Buffer.alloc(60_000_000, 32) });
    const none = { entries: Infinity, entryBytes: Infinity, bytes: Infinity, ratio: Infinity };
    const archive = await openArchive(bomb, none);
    let unpacked = 0;
    for await (const piece of archive.pieces("xl/workbook.xml")) unpacked += piece.length;
    archive.close();
    expect(unpacked).toBe(60_000_000);
    for (const [bound, most] of [
      ["entries", 1],
      ["entryBytes", 59_999_999],
      ["bytes", 59_999_999],
      ["ratio", 150],
    ] as const)
      expect(await code(openArchive(bomb, { ...none, [bound]: most })), bound).toBe("import.bomb");
  });

  it("nothing, text, half a file, a zip of something else, a declared entity", async () => {
    expect(await code(openXlsx(Buffer.alloc(0)))).toBe("import.notAWorkbook");
    expect(await code(openXlsx(Buffer.from("hej")))).toBe("import.notAWorkbook");
    expect(await code(openXlsx(good.subarray(0, good.length / 2)))).toBe("import.notAWorkbook");
    expect(await code(openXlsx(zip({ "a.txt": "a" })))).toBe("import.notAWorkbook");
    const entity = zip({
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>',
    });
    expect(await code(openXlsx(entity))).toBe("import.notAWorkbook");
  });

  it("mutated files never break the reader otherwise", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const mutated = Buffer.from(good);
          for (const [at, byte] of changes) mutated[at] = byte;
          const outcome = await code(read(mutated));
          expect(["read", "import.notAWorkbook", "import.bomb"]).toContain(outcome);
        },
      ),
      { numRuns: 300 },
    );
  });
});
