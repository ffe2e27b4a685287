import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileRow } from "@/lib/import/cell/model";
import { csvReader, delimiterOf, encodingOf } from "@/lib/import/csv/model";
import { openCsv } from "@/lib/import/csv/queries";

function read(text: string, delimiter: string, pieces: number): string[][] {
  const rows: FileRow[] = [];
  const reader = csvReader(delimiter, rows);
  for (let at = 0; at < text.length; at += pieces) reader.push(text.slice(at, at + pieces));
  reader.end();
  return rows.map(({ cells }) =>
    cells.reduce<string[]>((all, { column, text }) => {
      all[column] = text;
      return all;
    }, []),
  );
}

describe("CSV", () => {
  it("reads quotes, doubled quotes, line breaks in quotes, and rows that end each way", () => {
    expect(read('a,"b ""x"" ,\nc",d\r\n,,e\rlast', ",", 3)).toEqual([["a", 'b "x" ,\nc', "d"], [, , "e"], ["last"]]);
  });

  it("reads the same however it is cut into pieces", () => {
    const cell = fc
      .string({ unit: fc.constantFrom("a", "1", ",", ";", '"', "\n", "\r", " ", "ø"), maxLength: 6 })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(";", ",", "\t"),
        fc.integer({ min: 1, max: 9 }),
        (table, delimiter, pieces) => {
          const written = table
            .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
            .join("\r\n");
          expect(read(written, delimiter, pieces)).toEqual(table);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("finds the delimiter and the encoding", async () => {
    expect([delimiterOf("a;b\n1,5;2"), delimiterOf('a,b\n"x;y",2'), delimiterOf("a\tb\n1,5\t2")]).toEqual([
      ";",
      ",",
      "\t",
    ]);
    const latin = Buffer.from([0x4e, 0xf8, 0x67, 0x6c, 0x65, 0x74, 0x61, 0x6c, 0x3b, 0x31, 0x0a]);
    expect(encodingOf(latin)).toBe("windows-1252");
    for (const file of [latin, Buffer.from("\ufeffNøgletal;1\n"), Buffer.from("\ufeffNøgletal;1\n", "utf16le")]) {
      for await (const rows of (await openCsv(file, "x")).rows(0))
        if (rows.length) expect(rows[0]!.cells.map(({ text }) => text)).toEqual(["Nøgletal", "1"]);
    }
  });
});
