import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { descriptionOf } from "@/lib/chart/description/model";
import { boxOf, isOver, partWithin } from "@/lib/chart/drawing/box/model";
import { piecesOf, yieldingLooks } from "@/lib/chart/drawing/clear/model";
import { drawingOf, type Width } from "@/lib/chart/drawing/drawn/model";
import { hatch, markLooks, wordLooks } from "@/lib/chart/drawing/model";
import { partsOf } from "@/lib/chart/drawing/stacked/model";
import { chartSvg } from "@/lib/chart/file/model";
import { chartKinds } from "@/lib/chart/kind/model";
import { tableOf } from "@/lib/chart/table/model";
import { partSteps, totalsOf } from "@/lib/report/panel/model";
import type { KpiYear } from "@/lib/figure/model";
import { target } from "../../factories/year-view";
import { made, of, series, texts } from "./drawing-fixture";

/** How far two words may come into each other's estimated width. */
const NEAR = 2;
const amount = fc.option(
  fc.integer({ min: -500, max: 99_999 }).map((tenths) => (tenths / 10).toFixed(1)),
  { nil: null },
);
const anyKpis = fc
  .array(fc.tuple(fc.array(amount, { minLength: 5, maxLength: 5 }), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (all) =>
      all.map(([amounts, isEstimated, hasTarget], index) => {
        const own = of(`kpi-${index}`, amounts);
        return {
          ...own,
          figures: own.figures.map((one) =>
            isEstimated && one.amount !== null && one.year === 2023 ? { ...one, status: "estimated" as const } : one,
          ),
          target: hasTarget ? { ...own.target, target: target({ limit: "40", amount: "40" }) } : own.target,
        };
      }) as [KpiYear, ...KpiYear[]],
  );

describe("a drawing", () => {
  it("of whatever figures stays inside its paper and holds only numbers", () => {
    fc.assert(
      fc.property(
        anyKpis,
        fc.constantFrom(...chartKinds),
        fc.constantFrom<Width>("half", "whole"),
        (kpis, kind, width) => {
          const orgUnits = {
            [kpis[0].code]: {
              note: "",
              series: kpis.map((one) =>
                series(
                  one.code,
                  one.figures.map((f) => f.amount),
                ),
              ),
            },
          };
          const spec = made(kind, kind === "bar" || kind === "split" ? [kpis[0]] : kpis, { drivers: {}, orgUnits });
          if (!spec) return;
          const drawing = drawingOf(spec, width);
          expect(JSON.stringify(drawing)).not.toMatch(/null|NaN|Infinity/);
          for (const shape of drawing.shapes) {
            if (shape.kind === "path") continue;
            expect(shape.x === undefined || (shape.x >= -1 && shape.x <= drawing.width + 1)).toBe(true);
            if (shape.kind === "rect") {
              expect(shape.x + shape.width).toBeLessThanOrEqual(drawing.width + 1);
              expect(shape.y).toBeGreaterThanOrEqual(-1);
              expect(shape.y + shape.height).toBeLessThanOrEqual(drawing.height + 1);
            }
          }
          // A line that helps reading strikes no words through, and words of several lines stand apart.
          const boxes = drawing.shapes.flatMap((shape) => (shape.kind === "text" ? [boxOf(shape)] : []));
          for (const shape of drawing.shapes) {
            if (shape.kind !== "path" || !yieldingLooks.includes(shape.look)) continue;
            for (const [from, to] of piecesOf(shape.d))
              expect(boxes.filter((box) => partWithin(from, to, box) !== null)).toEqual([]);
          }
          // Widths are estimates: words may come near each other, not stand on each other.
          const cores = boxes.map((box) => ({ ...box, left: box.left + NEAR, right: box.right - NEAR }));
          for (const [index, box] of cores.entries())
            expect(cores.slice(index + 1).filter((other) => isOver(box, other))).toEqual([]);
          // Words for those who cannot see it, and a table for those who want to check it, say every figure there is.
          const said = descriptionOf(spec);
          const cells = tableOf(spec).rows.flat();
          for (const { label } of kind === "waterfall"
            ? (spec.steps ?? [])
            : spec.series.flatMap(({ points }) => points)) {
            expect(said).toContain(label);
            expect(cells).toContain(label);
          }
          expect(said + cells.join()).not.toMatch(/NaN|undefined|null|Infinity/);
          expect(chartSvg(spec, { title: "T", measure: "", note: "", source: "", faces: "" }, width)).not.toMatch(
            /NaN|undefined/,
          );
        },
      ),
    );
  });

  it("labels every bar with its figure, and says why there is none", () => {
    const spec = made("bar", [of("a", ["1", null, "3", "4", "5.5"])])!;
    expect(texts(drawingOf(spec, "half"))).toEqual(expect.arrayContaining(["1", "3", "4", "5,5", "intet tal"]));
  });

  it("hatches an estimate and raises an e beside it", () => {
    const own = of("a", ["1", "2", "3", "4", "5"]);
    own.figures[4] = { ...own.figures[4]!, status: "estimated" };
    const { shapes } = drawingOf(made("bar", [own])!, "half");
    expect(shapes.filter(({ look }) => look === "hatch")).toHaveLength(1);
    expect(shapes.filter((shape) => shape.kind === "text" && shape.isEstimated)).toHaveLength(1);
  });

  it("keeps the lines of a hatching in their box", () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (x, y, width, height) => {
          const shape = hatch(x, y, width, height);
          const points = shape.kind === "path" ? [...shape.d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)] : [];
          for (const [, left, top] of points) {
            expect(Number(left) >= x - 0.1 && Number(left) <= x + width + 0.1).toBe(true);
            expect(Number(top) >= y - 0.1 && Number(top) <= y + height + 0.1).toBe(true);
          }
        },
      ),
    );
  });

  it("has a rule in the style sheet for every look", () => {
    const css = readFileSync("components/report/drawing.css", "utf8");
    const ruled = [...markLooks, ...wordLooks].filter((look) => {
      const name = look.replaceAll(" ", "-");
      return !new RegExp(`\\.${name}\\b(?!-)`).test(css) && !/^line-/.test(name);
    });
    expect(ruled).toEqual([]);
  });

  it("in a file turns no name into markup", () => {
    const spec = made("bar", [of("a", ["1", "2", "3", "4", "5"], { shortName: `<script>&"'` })])!;
    expect(chartSvg(spec, { title: "<img>", measure: "", note: "", source: "", faces: "" })).not.toMatch(
      /<script|<img/,
    );
  });
});

describe("parts of a whole", () => {
  it("stand on each other and reach the whole, which is what is printed of them added up", () => {
    const kpis = [of("a", ["1.2", "2", "3", "4", "5"]), of("b", ["0.35", null, "1", "1", "1"])];
    const totals = totalsOf(kpis, "da");
    expect(totals.map(({ year, label }) => [year, label])).toEqual([
      [2019, "1,55"],
      [2021, "4"],
      [2022, "5"],
      [2023, "6"],
    ]);
    const spec = made("stacked", kpis as [KpiYear, KpiYear])!;
    const [lower, upper] = partsOf(spec.series, 2019);
    expect([lower!.from, lower!.to]).toEqual([0, 1.2]);
    expect(upper!.from).toBe(lower!.to);
    expect(upper!.to).toBeCloseTo(1.55, 9);
    expect(tableOf(spec).rows.at(-1)![0]).toBe("i alt");
  });

  it("explain a change step by step, and name what they leave unexplained", () => {
    const whole = of("w", [null, null, null, "10", "15.5"]);
    const steps = partSteps(
      [whole, of("a", [null, null, null, "4", "7"]), of("b", [null, null, null, "5", "4"])],
      "da",
    )!;
    expect(steps.map(({ name, label, look }) => [name, label, look])).toEqual([
      ["2022", "10", "whole"],
      ["a", "+3,0", "up"],
      ["b", "−1,0", "down"],
      ["Øvrigt", "+3,5", "up"],
      ["2023", "15,5", "whole"],
    ]);
    for (const [index, step] of steps.slice(2, -1).entries()) expect(step.from).toBeCloseTo(steps[index + 1]!.to, 9);
    expect(steps.at(-2)!.to).toBeCloseTo(steps.at(-1)!.to, 9);
  });

  it("do not bridge a missing figure or a series break", () => {
    const a = of("a", [null, null, null, "4", "7"]);
    expect(partSteps([of("w", [null, null, null, null, "15"]), a], "da")).toBeNull();
    const broken = of("w", [null, null, null, "10", "15"], {
      breaks: [{ year: 2023, kind: "methodChange", note: "" }],
    });
    expect(partSteps([broken, a], "da")).toBeNull();
  });
});

describe("kinds that need more than the organisation's own figures", () => {
  it("show nothing where there is nothing", () => {
    const a = of("a", ["1", "2", "3", "4", "5"]);
    expect(made("units", [a])).toBeNull();
    expect(made("waterfall", [a])).toBeNull();
  });

  it("draw no bar for an org unit whose figures are hidden, and say so", () => {
    const orgUnits = {
      a: {
        note: "2 af 2",
        series: [series("Lille", [null, null, null, null, null]), series("Stor", ["1", "2", "3", "4", "5"])],
      },
    };
    const spec = made("units", [of("a", ["1", "2", "3", "4", "5"])], { drivers: {}, orgUnits })!;
    const { shapes } = drawingOf(spec, "whole");
    expect(shapes.filter(({ kind }) => kind === "rect")).toHaveLength(5);
    expect(texts(drawingOf(spec, "whole")).join(" ")).toContain("skjult: få");
    expect(spec.note).toContain("2 af 2");
  });
});
