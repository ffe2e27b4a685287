import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "@/lib/chart/drawing/clear/model";
import { drawingOf, type Width } from "@/lib/chart/drawing/drawn/model";
import type { KpiYear } from "@/lib/figure/model";
import { target } from "../../factories/year-view";
import { made, of, texts } from "./drawing-fixture";

describe("words of a drawing", () => {
  it("of parts says which year lacks which, in place of a whole, and in groups why a bar is not there", () => {
    const kpis = [of("a", ["5", "5", "5", "5", "5"]), of("b", ["4", "4", "4", null, "4"])] as [KpiYear, KpiYear];
    const stacked = texts(drawingOf(made("stacked", kpis)!, "whole"));
    expect(stacked).toContain("b intet tal");
    expect(stacked.filter((text) => text === "9")).toHaveLength(4);
    expect(texts(drawingOf(made("stacked", kpis)!, "half")).join(" ")).toMatch(/b intet tal|intet tal/);
    for (const width of ["half", "whole"] as const)
      expect(texts(drawingOf(made("grouped", kpis)!, width)).join(" ")).toContain("intet tal");
  });

  it("names every line and gives its first and last figure, however close they run", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 3000, max: 3400 }), { minLength: 5, maxLength: 5 }), {
          ...{ minLength: 2, maxLength: 3 },
        }),
        fc.constantFrom<Width>("half", "whole"),
        (lines, width) => {
          const kpis = lines.map((line, index) => of(`Linje ${index}`, line.map(String)));
          const said = texts(drawingOf(made("line", kpis as [KpiYear, ...KpiYear[]])!, width));
          for (const [index, line] of lines.entries()) {
            const printed = (at: number) => `3.${String(line[at]).slice(1)}`;
            expect(said).toEqual(expect.arrayContaining([`Linje ${index}`, printed(0), printed(4)]));
          }
        },
      ),
    );
  });

  it("of a target leaves its line out where a figure stands on it", () => {
    const spec = made("bar", [of("a", ["1.29", "1.33", "1", "1", "2"], { target: target({ limit: "1.4" }) })])!;
    const [line] = drawingOf(spec, "half").shapes.filter(({ look }) => look === "goal-line");
    expect(line?.kind === "path" ? piecesOf(line.d).length : 0).toBeGreaterThan(1);
  });
});

it("against its target each figure has its own scale, the target in words and a mark", () => {
  const spec = made("bullet", [
    of("a", ["1", "2", "3", "4", "31"], { target: target({ limit: "40", amount: "40" }) }),
    of("b", ["1", "2", "3", "4", "9000"]),
  ])!;
  const drawing = drawingOf(spec, "whole");
  expect(drawing.shapes.filter(({ look }) => look === "goal")).toHaveLength(1);
  expect(texts(drawing).join("|")).toMatch(/mål 40 \(2024\)/);
  const [first, second] = drawing.shapes.filter((shape) => shape.kind === "rect");
  expect(first!.width / second!.width).toBeGreaterThan(0.6);
});
