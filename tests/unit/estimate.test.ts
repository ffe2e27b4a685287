import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dependantsOf, trueUp } from "@/lib/estimate/model";
import { edited, isReady, loaded, stateOf } from "@/lib/value/draft/model";
import { owesBasis } from "@/lib/value/model";
import { figure } from "@/tests/factories/year-view";

const rule = { valueKind: "number" as const, unitOfMeasure: "MWh", minimum: null, maximum: null };

describe("what an estimate turned out to be", () => {
  it("is a difference in the figure's unit of measure and in percent of the estimate", () => {
    expect(trueUp(figure(2023, "3465"), figure(2023, "3601.5"))).toEqual({ absolute: "136.5", relative: "3.9" });
    expect(trueUp(figure(2023, "0"), figure(2023, "4"))).toEqual({ absolute: "4", relative: null });
    expect(trueUp(figure(2023, null), figure(2023, "4"))).toBeNull();
    const split = (men: string, women: string) => figure(2023, null, { split: { men, women } });
    expect(trueUp(split("27", "73"), split("30", "70"))).toEqual({ absolute: "3", relative: "11.1" });
  });

  it("adds to the estimate exactly, whatever the two are", () => {
    const amount = fc.integer({ min: -(10 ** 9), max: 10 ** 9 });
    fc.assert(
      fc.property(amount, amount, (estimate, actual) => {
        const found = trueUp(figure(2023, String(estimate)), figure(2023, String(actual)))!;
        expect(Number(found.absolute) + estimate).toBe(actual);
        expect(found.relative === null).toBe(estimate === 0);
      }),
    );
  });
});

describe("what follows from a figure", () => {
  it("is found through other calculations, and not in circles", () => {
    const inputs = new Map([
      ["scope2", ["electricity", "heating"]],
      ["intensity", ["scope2", "revenue"]],
      ["other", ["revenue"]],
      ["a", ["b", "heating"]],
      ["b", ["a"]],
    ]);
    expect(dependantsOf("heating", inputs)).toEqual(["scope2", "intensity", "a", "b"]);
    expect(dependantsOf("revenue", inputs)).toEqual(["intensity", "other"]);
    expect(dependantsOf("water", inputs)).toEqual([]);
  });
});

describe("an estimate in the grid", () => {
  const typed = edited(loaded(null), "figure", "118", rule, "da");

  it("is kept but not sent until it says what it rests on", () => {
    const estimated = edited(typed, "status", "skøn", rule, "da");
    expect([isReady(estimated), stateOf(estimated), estimated.want?.amount]).toEqual([false, "refused", "118"]);
    const based = edited(estimated, "note", "Forbruget i 2023", rule, "da");
    expect([isReady(based), stateOf(based), based.want?.basis]).toEqual([true, "waiting", "Forbruget i 2023"]);
    expect(isReady(edited(based, "note", "  ", rule, "da"))).toBe(false);
  });

  it("is sent at once where the basis was written first, or it is no estimate", () => {
    const noted = edited(typed, "note", "Forbruget i 2023", rule, "da");
    expect(isReady(edited(noted, "status", "skøn", rule, "da"))).toBe(true);
    expect(isReady(typed)).toBe(true);
    expect([owesBasis({ status: "pending", basis: "" }), owesBasis({ status: "estimated", basis: "x" })]).toEqual([
      false,
      false,
    ]);
  });
});
