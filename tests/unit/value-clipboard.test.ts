import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlock, writeBlock, writeTable } from "@/lib/value/clipboard/model";
import { laidOut, readBlock } from "@/lib/value/clipboard/pasted/model";

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

const texts = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom("a", "1", ",", '"', "\t", "\n", "\r\n", "ø", " ", "-") }), {
    minLength: 2,
    maxLength: 2,
  }),
  { minLength: 1, maxLength: 6 },
);
describe("what is copied", () => {
  it("is read back as it was, whatever stands in its cells", () => {
    fc.assert(
      fc.property(texts, (rows) => {
        // A last row of blanks cannot be told from the break behind the row before it.
        fc.pre(rows.at(-1)!.some((cell) => cell !== ""));
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });

  it("is a table that runs nothing", () => {
    expect(writeTable([["<img src=x onerror=alert(1)>", '"&']])).toBe(
      "<table><tr><td>&#60;img src=x onerror=alert(1)&#62;</td><td>&#34;&#38;</td></tr></table>",
    );
  });
});

describe("a table of HTML", () => {
  const cell = (text: string, down = 1, across = 1) => ({ text, down, across });
  it("puts what reaches over several cells into the first of them", () => {
    expect(
      laidOut([
        [cell("Klima", 1, 3)],
        [cell("Strøm", 2), cell("2023"), cell("2022")],
        [cell("3"), cell("4")],
        [cell("x")],
      ]),
    ).toEqual([
      ["Klima", "", ""],
      ["Strøm", "2023", "2022"],
      ["", "3", "4"],
      ["x", "", ""],
    ]);
  });
});
