import { describe, expect, it } from "vitest";
import { countSigned } from "@/lib/agreement/matrix/model";
import { movedBy, sharePercent } from "@/lib/agreement/overview/model";
import { currentPeriod, overlaps, periodCode } from "@/lib/agreement/period/model";
import { placeIn } from "@/lib/agreement/place/model";

const year = { code: "2024", from: "2024-01-01", to: "2024-12-31" };
const two = { code: "2025-2026", from: "2025-01-01", to: "2026-12-31" };
const next = { code: "2027-2028", from: "2027-01-01", to: "2028-12-31" };

describe("periods", () => {
  it("are named by their days", () => {
    expect([
      periodCode(year.from, year.to),
      periodCode(two.from, two.to),
      periodCode("2024-07-01", "2025-06-30"),
    ]).toEqual(["2024", "2025-2026", "2024-07-to-2025-06"]);
  });

  it.each([
    ["2024-05-01", "2024"],
    ["2025-01-01", "2025-2026"],
    ["2026-12-31", "2025-2026"],
    ["2030-01-01", "2027-2028"],
    ["2020-01-01", "2024"],
  ])("of %s is %s", (day, code) => expect(currentPeriod([next, year, two], day)?.code).toBe(code));

  it("overlap when they share a day", () => {
    expect(overlaps(year, two)).toBe(false);
    expect(overlaps(year, { from: "2024-12-31", to: "2025-06-30" })).toBe(true);
  });
});

describe("the overview", () => {
  it("counts an agreement that is being amended as signed", () => {
    expect(
      countSigned([
        { state: "signed", edition: 1 },
        { state: "draft", edition: 2 },
        { state: "approved", edition: 1 },
        { state: "handedOn", edition: 2 },
      ]),
    ).toBe(3);
  });

  it("rounds shares half away from zero, has none of nothing, and moves by what is printed", () => {
    expect([sharePercent(1, 8), sharePercent(1, 3), sharePercent(0, 0)]).toEqual([13, 33, null]);
    expect([movedBy(13, 33), movedBy(null, 33)]).toEqual([-20, null]);
  });

  it("leads back to agreements only", () => {
    expect(placeIn("aleris", "/aleris/agreements/2024/units/x")).toBe("/aleris/agreements/2024/units/x");
    for (const other of [
      "https://evil.example",
      "//evil.example",
      "/aleris/agreements/../users",
      "/other/agreements/1",
    ])
      expect(placeIn("aleris", other)).toBe("/aleris/agreements");
  });
});
