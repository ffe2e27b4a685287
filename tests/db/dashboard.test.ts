import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developments } from "@/lib/dashboard/development/model";
import { lacks } from "@/lib/dashboard/lack/model";
import { headlineOf, pillarGroups, summarise } from "@/lib/dashboard/model";
import { leadingAndTrailing } from "@/lib/dashboard/pillar/model";
import { getLatestYear } from "@/lib/dashboard/queries";
import { select } from "@/lib/dashboard/selection/model";
import type { KpiYear, YearView } from "@/lib/figure/model";
import { getYearView } from "@/lib/figure/queries";
import { getHistory } from "@/lib/history/queries";
import { getKpiDetail } from "@/lib/kpi-detail/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let aleris: string;
let region: string;
let view: YearView;
let kpis: KpiYear[];

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const idOf = async (slug: string) => (await world.database.organisation.findUniqueOrThrow({ where: { slug } })).id;
  [aleris, region] = [await idOf("aleris"), await idOf("region-midtjylland")];
  view = await getYearView(aleris, "1", 2023, "da");
  kpis = pillarGroups(view).flatMap((group) => group.kpis);
}, 60_000);
afterAll(() => world.close());

describe("the dashboard of 2023", () => {
  it("answers with the numbers of the printed report", () => {
    const summary = summarise(kpis);
    expect(kpis).toHaveLength(43);
    expect(summary).toEqual({
      states: { met: 0, missed: 0, alreadyMet: 15, onTrack: 0, behind: 12, baseline: 4, noTarget: 9, noData: 3 },
      changes: { better: 12, worse: 17, unchanged: 7, neutral: 1, notComparable: 6 },
      reached: 15,
      judged: 27,
      comparable: 36,
      targetYear: 2024,
    });
    expect(headlineOf(kpis, summary, false)).toEqual({ kind: "mixed", reached: 15, judged: 27, worse: 17 });
    expect(leadingAndTrailing(pillarGroups(view))).toMatchObject({
      leading: { pillar: { code: "society" }, reached: 3, judged: 4 },
      trailing: { pillar: { code: "producer" }, worse: 8 },
    });
  });

  it("ranks the largest changes", () => {
    const { best, worst } = developments(kpis);
    const line = ({ kpi, change }: (typeof best)[number]) => `${kpi.code} ${change.relative ?? "from zero"}`;
    expect(best.map(line)).toEqual([
      "job-contribution 45",
      "gender-all 42",
      "turnover -22",
      "gender-middle 13",
      "sick-leave-short -7",
    ]);
    expect(worst.map(line)).toEqual([
      "harassment from zero",
      "sick-leave-long 57",
      "injuries 46",
      "waste 37",
      "gender-executive -32",
    ]);
  });

  it("says what is missing, and its lists agree", () => {
    expect(lacks(kpis).map(({ kind, kpis: concerned }) => [kind, concerned.length])).toEqual([
      ["pending", 4],
      ["estimated", 4],
      ["partial", 3],
      ["seriesBreak", 1],
      ["targetNote", 3],
    ]);
    expect(
      (["behind", "worse", "pending", "estimated", "partial"] as const).map(
        (selection) => select(selection, kpis).length,
      ),
    ).toEqual([12, 17, 4, 4, 3]);
  });

  it("is the one an organisation opens with", async () => {
    expect(await getLatestYear(aleris)).toBe(2023);
  });
});

describe("the page of one KPI", () => {
  const row = (code: string) => view.kpis.find((kpi) => kpi.code === code)!;

  it("has the change of every year, from unrounded figures, also of the first one shown", async () => {
    const detail = await getKpiDetail(aleris, "1", row("scope2-location"), "da", () => false);
    expect(detail?.changes.map((change) => (change.comparable ? change.relative : change.why))).toEqual([
      "noPrevious",
      "1",
      "-15",
      "4",
      "10",
    ]);
    const later = await getYearView(aleris, "1", 2024, "da");
    const changes = (
      await getKpiDetail(
        aleris,
        "1",
        later.kpis.find((kpi) => kpi.code === "scope2-location")!,
        "da",
        () => false,
      )
    )?.changes;
    expect(changes?.[0]).toMatchObject({ comparable: true, relative: "1" });
  });

  it("agrees with the row's own change, whatever the KPI", async () => {
    for (const code of [
      "scope2-market-intensity",
      "gender-all",
      "harassment",
      "cnps",
      "mnps",
      "heating",
      "waste",
      "turnover",
    ]) {
      expect((await getKpiDetail(aleris, "1", row(code), "da", () => false))?.changes.at(-1), code).toEqual(
        row(code).change,
      );
    }
  });

  it("has the org units where values are collected, and whose definition holds when", async () => {
    const collecting = (await getYearView(aleris, "1", 2024, "da")).kpis.find((kpi) => kpi.code === "electricity")!;
    const detail = await getKpiDetail(aleris, "1", collecting, "da", () => false);
    expect(detail).toMatchObject({
      isCollectedPerOrgUnit: true,
      consolidation: "sum",
      definedFrom: 2024,
      definedTo: null,
    });
    expect(detail?.orgUnits.map((orgUnit) => orgUnit.name)).toContain("København");
    const before = await getKpiDetail(aleris, "1", row("electricity"), "da", () => false);
    expect(before).toMatchObject({ isCollectedPerOrgUnit: false, definedFrom: 2019, definedTo: 2023 });
  });

  it("names who entered what, and what it replaced", async () => {
    const kpi = await world.database.kpi.findFirstOrThrow({ where: { organisationId: aleris, code: "waste" } });
    const [last] = await world.database.valueRevision.findMany({
      where: { kpiId: kpi.id, year: 2023 },
      orderBy: { at: "desc" },
      take: 1,
    });
    const { at: _, ...rest } = last!;
    await world.database.valueRevision.create({
      data: {
        ...rest,
        version: rest.version + 1,
        amount: "300",
        at: new Date("2030-01-01T00:00:00Z"),
        actorId: "00000000-0000-4000-8000-000000000000",
        comment: "Vejet igen",
      },
    });
    const [now] = await getHistory(aleris, "waste", 20, "da", () => false);
    expect(now).toMatchObject({
      actor: null,
      now: { amount: "300", comment: "Vejet igen" },
      before: { amount: last!.amount!.toFixed(last!.scale ?? 0) },
    });
    expect((await getHistory(aleris, "waste", 20, "da", () => false)).at(-1)).toMatchObject({
      actor: "Controller",
      before: null,
    });
  });

  it("never reaches into another organisation", async () => {
    expect(await getHistory(region, "scope2-location", 20, "da", () => false)).toEqual([]);
    expect(await getKpiDetail(region, "1", row("scope2-location"), "da", () => false)).toBeNull();
  });
});
