import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { developments } from "@/lib/dashboard/development/model";
import { change, kpi } from "../../factories/year-view";

const codes = (rows: { kpi: { code: string } }[]) => rows.map((row) => row.kpi.code);

describe("the largest changes", () => {
  it("rank by relative size whatever the direction of the number, a rise from zero first", () => {
    const { best, worst } = developments([
      kpi({ code: "down a lot", change: change("better", "-22") }),
      kpi({ code: "up", change: change("better", "45") }),
      kpi({ code: "worse", change: change("worse", "-57") }),
      kpi({ code: "from zero", change: change("worse", null) }),
      kpi({ code: "level" }),
      kpi({ code: "neutral", change: change("neutral", "900") }),
      kpi({ code: "new", change: { comparable: false, why: "newSeries" } }),
    ]);
    expect(codes(best)).toEqual(["up", "down a lot"]);
    expect(codes(worst)).toEqual(["from zero", "worse"]);
  });

  it("keep the dashboard's order among equals and stop at five", () => {
    const { best } = developments(
      ["a", "b", "c", "d", "e", "f"].map((code) => kpi({ code, change: change("better", "5") })),
    );
    expect(codes(best)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("compare numbers, not texts", () => {
    expect(
      codes(
        developments([
          kpi({ code: "9", change: change("worse", "9") }),
          kpi({ code: "100", change: change("worse", "100") }),
        ]).worst,
      ),
    ).toEqual(["100", "9"]);
  });

  it("never put a smaller change above a larger one", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -5000, max: 5000 })), { maxLength: 30 }), (drawn) => {
        const { best } = developments(
          drawn.map((relative, index) =>
            kpi({ code: String(index), change: change("better", relative === null ? null : String(relative)) }),
          ),
          30,
        );
        const sizes = best.map((row) =>
          row.change.relative === null ? Infinity : Math.abs(Number(row.change.relative)),
        );
        expect(sizes).toEqual([...sizes].sort((a, b) => (a === b ? 0 : b - a)));
        expect(sizes).toHaveLength(drawn.length);
      }),
    );
  });
});
