import fc from "fast-check";
import { expect, it } from "vitest";
import { wholeWords, widthsIn } from "@/lib/chromium/packing/words/model";

const face = "<</Type /Font /Subtype /CIDFontType2 /W [0 [472 0 0 236.5 549] 85 [401] 110 112 336] /DW 600>>";
const widths = widthsIn(face)!;
const widthOf = (code: number) => widths.get(code) ?? widths.otherwise;
const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");

/** Signs each by itself, as Chromium writes them; `moves`: how far each stands beside where the one before it ends, in thousandths of the size. */
function written(size: number, signs: readonly { code: number; move: number }[]): string {
  const parts = signs.map(({ code }, at) => {
    const before = signs[at - 1];
    return `${before ? `${((widthOf(before.code) + signs[at]!.move) * size) / 1000} 0 Td ` : ""}<${hex(code)}> Tj\n`;
  });
  return `BT\n/F4 ${size} Tf\n1 0 0 -1 20.5 46 Tm\n${parts.join("")}ET\n`;
}

/** Where each sign stands when a reader of PDF follows the text (ISO 32000 9.4.4). */
function placesIn(content: string): { code: number; at: number }[] {
  const size = Number(/ ([\d.]+) Tf/.exec(content)![1]);
  let [line, pen] = [0, 0];
  const places: { code: number; at: number }[] = [];
  for (const [, td, move, text] of content.matchAll(/(-?[\d.]+) 0 Td|(-?\d+)(?=<)|<([0-9A-F]+)>/g)) {
    if (td !== undefined) pen = line += Number(td);
    else if (move !== undefined) pen -= (Number(move) * size) / 1000;
    else
      for (const [code] of text!.matchAll(/.{4}/g)) {
        places.push({ code: Number.parseInt(code, 16), at: pen });
        pen += (widthOf(Number.parseInt(code, 16)) * size) / 1000;
      }
  }
  return places;
}

it("a typeface's widths are read in both of their forms", () => {
  expect([0, 3, 5, 85, 110, 112, 113].map(widthOf)).toEqual([472, 236.5, 600, 401, 336, 336, 600]);
  expect(widthsIn("<</Type /Font /Subtype /Type3>>")).toBeUndefined();
});

it("every sign stays where it was, however it is moved, and a text nothing moves in is one", () => {
  const sign = fc.record({
    code: fc.constantFrom(0, 3, 4, 85, 110, 200),
    move: fc.oneof(
      fc.constant(0),
      fc.double({ min: -80, max: 80, noNaN: true }).map((move) => Math.round(move * 1e4) / 1e4),
    ),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(7.25, 10.66, 13, 74.66),
      fc.array(sign, { minLength: 1, maxLength: 30 }),
      (size, signs) => {
        const before = written(size, signs);
        if (/e-/.test(before)) return;
        const after = wholeWords(before, () => widths);
        expect(after).not.toContain("Td");
        const [from, to] = [placesIn(before), placesIn(after)];
        expect(to.map(({ code }) => code)).toEqual(from.map(({ code }) => code));
        // What nobody sees, or the half of a thousandth of the size that a move is rounded to.
        const most = Math.max(0.05, size / 2000) + 1e-6;
        to.forEach(({ at }, index) => expect(Math.abs(at - from[index]!.at)).toBeLessThanOrEqual(most));
      },
    ),
  );
  const plain = written(
    13,
    [0, 3, 4].map((code) => ({ code, move: 0 })),
  );
  expect(wholeWords(plain, () => widths)).toContain("<000000030004> Tj\nET");
});

it("a text of a typeface nobody knows, or with anything else between its signs, stays as it is", () => {
  const text = written(13, [
    { code: 0, move: 0 },
    { code: 3, move: 4 },
  ]);
  expect(wholeWords(text, () => undefined)).toBe(text);
  const marked = text.replace("ET\n", "0 -13 Td <0003> Tj\nET\n");
  expect(wholeWords(marked, () => widths)).toBe(marked);
});

it("a sign that is read as several letters keeps the mark that says so, and the words around it are whole", () => {
  const text = `BT\n/F4 10 Tf\n1 0 0 -1 20.5 46 Tm\n<0000> Tj\n4.72 0 Td <0004> Tj\n/Span<</ActualText (fi) >> BDC\n5.49 0 Td <0055> Tj\nEMC\n4.01 0 Td <0003> Tj\nET\n`;
  expect(wholeWords(text, () => widths)).toBe(
    "/F4 10 Tf\n1 0 0 -1 20.5 46 Tm\n<00000004> Tj\n/Span<</ActualText (fi) >> BDC\n<0055> Tj\nEMC\n<0003> Tj\nET\n".replace(
      /^/,
      "BT\n",
    ),
  );
});
