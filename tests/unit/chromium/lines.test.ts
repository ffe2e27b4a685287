import fc from "fast-check";
import { expect, it } from "vitest";
import { shortLines } from "@/lib/chromium/packing/lines/model";

it("lines and words are placed to a hundredth of a pixel, and nothing else is touched", () => {
  expect(shortLines("481.26807 63.745827 l\n-.00049 12 8.5 1 re\n1 0 0 -1 253.04688 7902 Tm\n")).toBe(
    "481.27 63.75 l\n-0 12 8.5 1 re\n1 0 0 -1 253.05 7902 Tm\n",
  );
  const rest = "3.1249239 0 0 3.1249239 237.5 259.375 cm\n.08634 .12551 .16471 rg\n7.0545044 0 Td <0012> Tj\n";
  expect(shortLines(rest)).toBe(rest);
});

it("rectangles that are filled are said as such, those that are drawn along their lines are not", () => {
  const corners = "4 83.2 m\n5 83.2 l\n5 84.2 l\n4 84.2 l\n";
  expect(shortLines(`${corners}8 83.2 m\n9 83.2 l\n9 84.2 l\n8 84.2 l\nh\nf\n`)).toBe(
    "4 83.2 1 1 re\n8 83.2 1 1 re\nf\n",
  );
  for (const other of [`${corners}S\n`, `${corners}3 80 l\nf\n`, "4 8 m\n5 8 l\n5 9 l\n4 10 l\nf\n"])
    expect(shortLines(other)).toBe(other);
});

/** A closed path of curves through places on a circle, as Chromium writes it. */
function circle(x: number, y: number, r: number, curves: number, squeezed = 1): string {
  const at = (turn: number, reach = 1) =>
    `${(x + r * reach * Math.cos(turn)).toFixed(4)} ${(y + r * reach * squeezed * Math.sin(turn)).toFixed(4)}`;
  const step = (2 * Math.PI) / curves;
  const bends = Array.from({ length: curves }, (_, curve) => {
    const [from, to] = [curve * step, (curve + 1) * step];
    return `${at(from + step / 3, 1.001)} ${at(to - step / 3, 1.001)} ${at(to)} c\n`;
  });
  return `${at(0)} m\n${bends.join("")}h\nf\n`;
}

it("a circle is drawn in four quarters through its own places, whatever its size; nothing else is", () => {
  const place = fc.double({ min: 20, max: 5000, noNaN: true });
  fc.assert(
    fc.property(
      place,
      place,
      fc.double({ min: 2, max: 90, noNaN: true }),
      fc.constantFrom(16, 32),
      (x, y, r, curves) => {
        const lines = shortLines(circle(x, y, r, curves)).split("\n");
        const bends = lines
          .filter((line) => line.endsWith(" c"))
          .map((line) => line.split(" ").slice(0, 6).map(Number));
        expect(bends).toHaveLength(4);
        let from = lines[0]!.split(" ").slice(0, 2).map(Number);
        for (const [ax, ay, bx, by, toX, toY] of bends as [number, number, number, number, number, number][]) {
          // The middle of a Bézier curve lies on the circle too.
          const middle = [(from[0]! + 3 * ax + 3 * bx + toX) / 8, (from[1]! + 3 * ay + 3 * by + toY) / 8];
          for (const [px, py] of [middle, [toX, toY]])
            expect(Math.abs(Math.hypot(px! - x, py! - y) - r)).toBeLessThan(0.03 + r * 0.0003);
          from = [toX, toY];
        }
      },
    ),
  );
  expect(shortLines(circle(50, 50, 20, 16, 0.9)).match(/ c$/gm)).toHaveLength(16);
});
