import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorFinder, type FactorVersion } from "@/lib/emission-factor/model";
import { factorUse } from "@/tests/factories/factor";

const version = (number: number, validFromYear: number): FactorVersion => {
  const { isPinned: _, ...rest } = factorUse({ code: "grid", id: `v${number}`, version: number, validFromYear });
  return rest;
};
const book = {
  versions: [version(1, 2022), version(2, 2023), version(3, 2022)],
  pins: [],
  published: new Set<number>(),
};
const held = (found: ReturnType<ReturnType<typeof factorFinder>>) => found && [found.id, found.isPinned];

describe("the version of a factor that counts in a year", () => {
  it("is the one of the latest year up to it, and of that year the one added last", () => {
    const find = factorFinder(book);
    expect([2021, 2022, 2023, 2030].map((year) => held(find("grid", year)))).toEqual([
      null,
      ["v3", false],
      ["v2", false],
      ["v2", false],
    ]);
    expect(find("heat", 2022)).toBeNull();
  });

  it("is the pinned one in a published year, the latest pin, and none without", () => {
    const pins = [
      { year: 2022, factorId: "grid", versionId: "v1" },
      { year: 2023, factorId: "grid", versionId: "v2" },
      { year: 2023, factorId: "grid", versionId: "v3" },
    ];
    const find = factorFinder({ ...book, pins, published: new Set([2022, 2023, 2024]) });
    expect([2022, 2023, 2024].map((year) => held(find("grid", year)))).toEqual([["v1", true], ["v3", true], null]);
  });

  it("never changes in a published year by a version added afterwards", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2019, max: 2024 }), { minLength: 1 }),
        fc.array(fc.integer({ min: 2019, max: 2024 })),
        fc.integer({ min: 2019, max: 2024 }),
        (before, after, year) => {
          const versions = before.map((from, at) => version(at + 1, from));
          const then = factorFinder({ versions, pins: [], published: new Set() })("grid", year);
          const pins = then ? [{ year, factorId: "grid", versionId: then.id }] : [];
          const later = after.map((from, at) => version(before.length + at + 1, from));
          const now = factorFinder({ versions: [...versions, ...later], pins, published: new Set([year]) })(
            "grid",
            year,
          );
          expect(now?.id).toBe(then?.id);
        },
      ),
    );
  });
});
