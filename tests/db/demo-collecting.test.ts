import { beforeAll, describe, expect, it } from "vitest";
import type { YearView } from "@/lib/figure/model";
import { demoWorld, kpiOf } from "./demo-world";

const { demo, yearOf } = demoWorld();
let published: YearView;
let collecting: YearView;
beforeAll(async () => {
  [published, collecting] = await Promise.all([yearOf(2023, "da"), yearOf(2024, "en")]);
});

describe("2024 under collection", () => {
  it("consolidates example figures of the hospitals that have delivered, and compares none of them with a whole", () => {
    const electricity = kpiOf(collecting, "electricity");
    expect(electricity.figures.at(-1)).toMatchObject({ origin: "consolidated", isExample: true, status: "reported" });
    expect(electricity.figures.at(-1)!.coverage!.covered.length).toBeLessThan(8);
    expect(electricity.change).toEqual({ comparable: false, why: "coverageChanged" });
    // Like for like they can be: from what the same hospitals used the year before.
    expect(electricity.likeForLike!.orgUnits).toEqual(electricity.figures.at(-1)!.coverage!.covered);
    expect(Math.abs(Number(electricity.likeForLike!.change.relative))).toBeLessThan(10);
  });

  it("recalculates shares and scores from consolidated counts", () => {
    for (const code of ["waste-recycled-share", "gender-all", "sick-leave-short", "injuries", "enps"]) {
      expect(kpiOf(collecting, code).figures.at(-1), code).toMatchObject({ origin: "calculated", isExample: true });
    }
  });

  it("states no change across a change of method, and says what changed", () => {
    expect(kpiOf(collecting, "injuries")).toMatchObject({
      change: { comparable: false, why: "methodChanged", note: expect.stringMatching(/^Example: from 2024/) },
      likeForLike: null,
      breaks: [{ year: 2024, kind: "methodChange" }],
    });
    expect(kpiOf(published, "injuries").breaks).toEqual([]);
  });

  it("collects at least ten KPIs per hospital", async () => {
    expect(
      await demo.database.kpiVersion.count({
        where: { collectionLevel: "orgUnit", validFromYear: { lte: 2024 }, kpi: { organisation: { slug: "aleris" } } },
      }),
    ).toBeGreaterThanOrEqual(10);
    const roots = await demo.database.orgUnit.findMany({ where: { isRoot: true } });
    expect(
      await demo.database.yearlyValue.count({
        where: { isExample: false, orgUnitId: { notIn: roots.map(({ id }) => id) } },
      }),
    ).toBe(0);
  });
});
