import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemStateOf, mostActs, refusalOf, shownTo, type AssuranceAct } from "@/lib/assurance/model";
import { drawLargest, drawRandom, printOf, ticketOf, type Drawable } from "@/lib/assurance/sample/model";

const value = (unit: string, code: string, part: string | null = null): Drawable => ({
  ...{ kpiId: code, orgUnitId: unit, year: 2024, code, unit, version: 1, part },
});
const values = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^[a-z]{1,6}$/)), {
    selector: (pair) => pair.join("/"),
    maxLength: 60,
  })
  .map((pairs) => pairs.map(([unit, code]) => value(unit, code)));
const seed = fc.stringMatching(/^[\w-]{1,20}$/);

describe("a random sample", () => {
  it("goes by a ticket that any computer works out: printf 'april\\n2024/north/water' | sha256sum", () => {
    expect(ticketOf("april", value("north", "water"))).toBe(
      "19d401a74d6bc9bf0d63521e61aba7ad549cbf405414d57957864d773e26db65",
    );
  });

  it("is the same for the same seed, whatever the order the values were read in", () =>
    fc.assert(
      fc.property(values, seed, fc.nat({ max: 70 }), (all, from, size) => {
        const drawn = drawRandom(all, from, size);
        expect(drawRandom(all.toReversed(), from, size)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    ));

  it("holds the smaller one of its seed, and keeps what it drew when other values are gone", () =>
    fc.assert(
      fc.property(values, seed, fc.nat({ max: 30 }), (all, from, size) => {
        const large = drawRandom(all, from, size + 5);
        expect(large.slice(0, size)).toEqual(drawRandom(all, from, size));
        const left = all.filter((one) => large.includes(one));
        expect(drawRandom(left, from, size)).toEqual(large.slice(0, size));
      }),
    ));

  it("gives every value about the same chance", () => {
    const all = Array.from({ length: 20 }, (_, at) => value("north", `kpi-${at}`));
    const times = new Map<string, number>();
    for (let at = 0; at < 2000; at += 1)
      for (const { code } of drawRandom(all, `seed ${at}`, 5)) times.set(code, (times.get(code) ?? 0) + 1);
    // 500 expected of each; five standard deviations either way.
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(5 * Math.sqrt(2000 * 0.25 * 0.75));
    expect(times.size).toBe(20);
  });
});

describe("the largest", () => {
  it("are those that make up most of their KPI's figure, exactly compared; a split has no size", () => {
    const all = [
      value("north", "water", "0.3333333333333333"),
      value("south", "water", "0.33333333333333331"),
      value("aleris", "revenue", "1"),
      value("north", "board", null),
      value("east", "water", "0.33333333333333331"),
    ];
    expect(drawLargest(all, 10).map(({ unit }) => unit)).toEqual(["aleris", "east", "south", "north"]);
    expect(drawLargest(all, 1).map(({ code }) => code)).toEqual(["revenue"]);
  });
});

it("two populations have the same print if and only if they hold the same values", () =>
  fc.assert(
    fc.property(values, (all) => {
      expect(printOf(all.toReversed())).toBe(printOf(all));
      expect(printOf([...all, value("another-one", "kpi")])).not.toBe(printOf(all));
    }),
  ));

describe("a sampled value", () => {
  it("stands where its last act left it; a note changes nothing", () => {
    expect(itemStateOf([])).toBe("open");
    expect(itemStateOf(["note"])).toBe("open");
    expect(itemStateOf(["asked", "note"])).toBe("waiting");
    expect(itemStateOf(["asked", "answered"])).toBe("answered");
    expect(itemStateOf(["asked", "answered", "concluded", "note"])).toBe("concluded");
    expect(itemStateOf(["concluded", "asked"])).toBe("waiting");
  });

  it("is answered only when something was asked, and has an end", () => {
    expect(refusalOf([], "answered")).toBe("nothingAsked");
    expect(refusalOf(["asked", "answered"], "answered")).toBe("nothingAsked");
    expect(refusalOf(["asked", "note"], "answered")).toBeNull();
    expect(refusalOf(Array<AssuranceAct>(mostActs).fill("note"), "note")).toBe("tooMuch");
  });

  it("keeps an auditor's notes the auditor's own", () => {
    const lines = [{ act: "note" as const }, { act: "asked" as const }];
    expect(shownTo(lines, true)).toHaveLength(2);
    expect(shownTo(lines, false)).toEqual([{ act: "asked" }]);
  });
});
