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

  it("of a line says where other org units are covered, and leads none from the one to the other", () => {
    const own = of("a", ["1", "2", "3", "4", "5"], { change: { comparable: false, why: "coverageChanged" } });
    own.figures[4] = { ...own.figures[4]!, coverage: { covered: ["A"], of: 3 } };
    const whole = of("b", ["2", "3", "4", "5", "6"]);
    const pieces = (kpis: [KpiYear, ...KpiYear[]]) =>
      drawingOf(made("line", kpis)!, "whole").shapes.flatMap((shape) =>
        shape.kind === "path" && shape.look.startsWith("line") ? piecesOf(shape.d) : [],
      );
    expect(pieces([own])).toHaveLength(3);
    expect(texts(drawingOf(made("line", [own])!, "whole"))).toContain("anden dækning");
    // Another line is none of it.
    expect(pieces([own, whole])).toHaveLength(7);
    expect(texts(drawingOf(made("line", [own, whole])!, "whole"))).not.toContain("anden dækning");
  });
});

describe("figures against their targets", () => {
  const amounts = (last: string) => ["1", "2", "3", "4", last];
  const held = (last: string, limit: string) => of(last, amounts(last), { target: target({ limit, amount: limit }) });
  const drawn = (kpis: [KpiYear, ...KpiYear[]], width: Width = "whole") => drawingOf(made("bullet", kpis)!, width);

  it("have the target in words and a mark; one without a target has a scale of its own", () => {
    const drawing = drawn([held("31", "40"), of("b", amounts("9000"))]);
    expect(drawing.shapes.filter(({ look }) => look === "goal")).toHaveLength(1);
    expect(texts(drawing).join("|")).toMatch(/mål 40 \(2024\)/);
    const [first, second] = drawing.shapes.filter((shape) => shape.kind === "rect");
    expect(first!.width / second!.width).toBeGreaterThan(0.6);
  });

  it("are drawn as parts of them: every target on one line, and the more of it the longer the bar", () => {
    const tenths = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(tenths, tenths), { minLength: 2, maxLength: 5 }),
        fc.constantFrom<Width>("half", "whole"),
        (pairs, width) => {
          const kpis = pairs.map(([last, limit]) => held((last / 10).toFixed(1), (limit / 10).toFixed(1)));
          const { shapes } = drawn(kpis as [KpiYear, ...KpiYear[]], width);
          const marks = shapes.flatMap((shape) =>
            shape.kind === "path" && shape.look === "goal" ? piecesOf(shape.d).map(([[x]]) => x) : [],
          );
          expect(marks).toHaveLength(pairs.length);
          expect(new Set(marks).size).toBe(1);
          const bars = shapes.filter((shape) => shape.kind === "rect");
          const left = Math.min(...bars.map(({ x }) => x));
          for (const [index, y] of [...new Set(bars.map((bar) => bar.y))].entries()) {
            const own = bars.filter((bar) => bar.y === y);
            const [last, limit] = pairs[index]!;
            // Far beyond its target a bar is cut; far below it is as thin as can be seen.
            if (last / limit < 2.5 || last / limit > 2.52) expect(own.length === 2).toBe(last / limit > 2.5);
            if (own.length === 1 && own[0]!.width > 1.5)
              expect(own[0]!.width / (marks[0]! - left)).toBeCloseTo(last / limit, 1);
          }
        },
      ),
    );
  });
});
