import { describe, expect, it } from "vitest";
import { filterFrom, filterQuery, noFilter, passes } from "@/lib/value/filter/model";

describe("what of a sheet is shown", () => {
  const row = { pillar: "employer", owner: "anne", isMissing: true, isFlagged: false, isRequested: true };

  it("is read from the address, and written back beside what else stands there", () => {
    const filter = { pillar: "employer", owner: null, show: "missing" as const };
    const query = filterQuery(filter, "?years=5&owner=anne");
    expect(query).toBe("?years=5&pillar=employer&show=missing");
    expect(filterFrom(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
    expect(filterFrom({ show: "everything", pillar: ["a", "b"] })).toEqual(noFilter);
    expect(filterQuery(noFilter, "?show=missing")).toBe("");
  });

  it("is what passes every part of the filter", () => {
    expect(passes(row, noFilter)).toBe(true);
    expect(passes(row, { pillar: "employer", owner: "anne", show: "missing" })).toBe(true);
    expect(passes(row, { ...noFilter, pillar: "producer" })).toBe(false);
    expect(passes(row, { ...noFilter, owner: "bo" })).toBe(false);
    expect(passes(row, { ...noFilter, show: "flagged" })).toBe(false);
    expect(passes(row, { ...noFilter, show: "asked" })).toBe(true);
    expect(passes({ ...row, isRequested: false }, { ...noFilter, show: "asked" })).toBe(false);
  });
});
