import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakBetween, sinceBreak } from "@/lib/series-break/model";

const breaks = [{ year: 2021 }, { year: 2023 }];
const rows = [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({ year }));

describe("a series break", () => {
  it("lies between the year before it and its own", () => {
    expect(breakBetween(breaks, 2022, 2023)).toEqual({ year: 2023 });
    expect(breakBetween(breaks, 2023, 2024)).toBeNull();
    expect(breakBetween(breaks, 2019, 2024)).toEqual({ year: 2023 });
    expect(breakBetween([], 2019, 2024)).toBeNull();
  });

  it("leaves the figures since it", () => {
    expect(sinceBreak(rows, breaks, 2024).map(({ year }) => year)).toEqual([2023, 2024]);
    expect(sinceBreak(rows, breaks, 2022).map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024]);
    expect(sinceBreak(rows, [], 2024)).toEqual(rows);
  });

  it("never leaves two figures with a break between them", () => {
    const year = fc.integer({ min: 2010, max: 2030 });
    fc.assert(
      fc.property(fc.array(year), fc.array(year), year, (own, at, now) => {
        const kept = sinceBreak(
          own.filter((one) => one <= now).map((one) => ({ year: one })),
          at.map((one) => ({ year: one })),
          now,
        );
        for (const one of kept)
          expect(
            breakBetween(
              at.map((y) => ({ year: y })),
              one.year,
              now,
            ),
          ).toBeNull();
      }),
    );
  });
});
