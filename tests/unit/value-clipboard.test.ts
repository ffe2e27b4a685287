import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlock, readBlock } from "@/lib/value/clipboard/model";

describe("a block of the clipboard", () => {
  it.each([
    ["1,5", [["1,5"]]],
    [
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["1\n\n3", [["1"], [""], ["3"]]],
    ["1\t\n", [["1", ""]]],
    ['"a\tb"\t"line 1\nline 2"\n', [["a\tb", "line 1\nline 2"]]],
    ['"he said ""no"""\tx', [['he said "no"', "x"]]],
    ['24" skærm\t5', [['24" skærm', "5"]]],
    ["", [[""]]],
  ])("%j", (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it("comes back as it was written, whatever is in it", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "1", ",", '"', "\t", "\n", "æ", " ") });
    const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(readBlock(rows.map((row) => `${row.map(quoted).join("\t")}\n`).join(""))).toEqual(rows);
      }),
    );
  });

  it("a single cell is none, even with its line break", () => {
    expect(["5", "5\n", "5\r\n", "a b"].map(isBlock)).toEqual([false, false, false, false]);
    expect(["5\t6", "5\n6"].map(isBlock)).toEqual([true, true]);
  });
});
