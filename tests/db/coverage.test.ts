/** Coverage, which figure counts, breaks and estimates, on a real database: written, guarded, listed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseCounts } from "@/lib/consolidation/choice/mutations";
import { declareCoverage } from "@/lib/coverage/declaration/mutations";
import { listEstimates, listTrueUps } from "@/lib/estimate/queries";
import { getYearView } from "@/lib/figure/queries";
import { getKpiDetail } from "@/lib/kpi-detail/queries";
import { markBreak, removeBreak } from "@/lib/series-break/mutations";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { planCounting } from "@/lib/restatement/counting/mutations";
import { previewPlan, restatePlan } from "@/lib/restatement/plan/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let own: TestDatabase;
let org: Awaited<ReturnType<typeof anOrganisation>>;
let other: typeof org;
let actor: { organisationId: string; actorId: string };
beforeAll(async () => {
  own = await freshDatabase();
  [org, other] = [await anOrganisation(own.database, "ours"), await anOrganisation(own.database, "theirs")];
  actor = { organisationId: org.organisationId, actorId: org.actorId };
  const kpiId = org.electricity;
  await own.database.kpiVersion.updateMany({ where: { kpiId }, data: { consolidation: "sum" } });
  await own.database.yearlyValue.createMany({
    data: [
      { orgUnitId: org.root, amount: "100" },
      { orgUnitId: org.north, amount: "60" },
    ].map((one) => ({ ...one, ...actorless(), kpiId, year: 2024 })),
  });
}, 60_000);
afterAll(() => own.close());

const actorless = () => ({
  organisationId: org.organisationId,
  status: "reported" as const,
  scale: 0,
  updatedBy: org.actorId,
});
const version = async () =>
  (await own.database.organisation.findUniqueOrThrow({ where: { id: org.organisationId } })).dataVersion;
const lastAct = () =>
  own.database.auditEntry.findFirst({ where: { organisationId: org.organisationId }, orderBy: { sequence: "desc" } });
const kpiNow = async (code = "electricity") => {
  const view = await getYearView(org.organisationId, String(await version()), 2024, "en");
  return { view, kpi: [...view.kpis, ...view.base].find((row) => row.code === code)! };
};
const detailNow = async () =>
  (await getKpiDetail(org.organisationId, String(await version()), (await kpiNow()).kpi, "en", () => false))!;

describe("which of two figures counts", () => {
  it("is chosen, audited, and the other stays beside it", async () => {
    const before = await version();
    expect((await detailNow()).beside).toMatchObject([
      {
        entered: { amount: "100" },
        consolidated: { amount: "60" },
        counts: "entered",
        difference: "-40",
        relative: "-40.0",
      },
    ]);
    await chooseCounts(own.database, actor, { code: "electricity", year: 2024, counts: "consolidated" });
    expect(await version()).toBe(before + 1n);
    expect(await lastAct()).toMatchObject({
      action: "value.choose",
      subject: "electricity",
      detail: { year: 2024, from: "entered", to: "consolidated" },
    });
    expect((await kpiNow()).kpi.figures.at(-1)).toMatchObject({ amount: "60", origin: "consolidated" });
    expect((await detailNow()).beside).toMatchObject([{ entered: { amount: "100" }, counts: "consolidated" }]);
    await chooseCounts(own.database, actor, { code: "electricity", year: 2024, counts: "entered" });
    expect((await kpiNow()).kpi.figures.at(-1)).toMatchObject({ amount: "100" });
  });

  it("is refused where a year is settled, nothing was entered, or the KPI is not theirs", async () => {
    const choose = (code: string, year: number) =>
      chooseCounts(own.database, actor, { code, year, counts: "consolidated" });
    await expect(choose("electricity", 2023)).rejects.toMatchObject({ code: "comparability.periodClosed" });
    await expect(choose("water", 2024)).rejects.toMatchObject({ code: "comparability.noFigure" });
    await expect(choose("nothing", 2024)).rejects.toMatchObject({ code: "access.notFound" });
    await expect(choose("electricity", 1999)).rejects.toMatchObject({ code: "access.notFound" });
  });
});

describe("declared coverage", () => {
  const declare = (orgUnits: string[], year = 2024, code = "electricity") =>
    declareCoverage(own.database, actor, { code, year, orgUnits });

  it("is written, stated, footnoted and audited; all of them is no declaration", async () => {
    await declare([org.north, org.north]);
    const { kpi, view } = await kpiNow();
    expect(kpi.figures.at(-1)!.coverage).toEqual({ covered: ["north"], of: 2 });
    expect(view.footnotes.filter(({ code }) => kpi.footnotes.includes(code)).map(({ text }) => text)).toEqual([
      "Covers north only.",
    ]);
    expect((await detailNow()).coverage).toEqual({
      covered: ["north"],
      missed: [{ name: "south", status: "missing" }],
      of: 2,
      percent: "50",
      fte: null,
    });
    expect(await lastAct()).toMatchObject({ action: "coverage.declare", detail: { from: [], to: [org.north] } });
    await declare([org.north, org.south]);
    expect((await kpiNow()).kpi.figures.at(-1)!.coverage).toBeNull();
  });

  it("is stated by full-time equivalents once the organisation names them and all are known", async () => {
    const fte = await own.database.kpi.findFirstOrThrow({
      where: { organisationId: org.organisationId, code: "water" },
    });
    await own.database.organisation.update({ where: { id: org.organisationId }, data: { fteKpiId: fte.id } });
    await declare([org.north]);
    expect((await detailNow()).coverage!.fte).toBeNull();
    await own.database.yearlyValue.createMany({
      data: [
        { orgUnitId: org.north, amount: "30" },
        { orgUnitId: org.south, amount: "10" },
      ].map((one) => ({ ...one, ...actorless(), kpiId: fte.id, year: 2024 })),
    });
    await own.database.organisation.update({
      where: { id: org.organisationId },
      data: { dataVersion: { increment: 1 } },
    });
    expect(await detailNow()).toMatchObject({
      fteName: "water",
      coverage: { fte: { percent: "75", isExample: false } },
    });
    await declare([org.north, org.south]);
  });

  it("is refused for nobody, for others' and closed org units, and for a settled year", async () => {
    await expect(declare([])).rejects.toMatchObject({ code: "comparability.nobody" });
    for (const foreign of [other.north, org.shut, org.root])
      await expect(declare([foreign])).rejects.toMatchObject({ code: "access.notFound" });
    await expect(declare([org.north], 2023)).rejects.toMatchObject({ code: "comparability.periodClosed" });
    await expect(declare([org.north], 2024, "revenue")).rejects.toMatchObject({ code: "comparability.noFigure" });
    expect(await own.database.valueCoverage.count({ where: { organisationId: org.organisationId } })).toBe(0);
  });
});

describe("a series break", () => {
  const said = { code: "electricity", year: 2024, kind: "methodChange" as const, noteDa: "Målere.", noteEn: "Meters." };

  it("is marked, changed and taken away, each time audited", async () => {
    await markBreak(own.database, actor, said);
    expect((await kpiNow()).kpi.breaks).toEqual([{ year: 2024, kind: "methodChange", note: "Meters." }]);
    await markBreak(own.database, actor, { ...said, noteEn: "New meters." });
    expect(await lastAct()).toMatchObject({
      action: "break.mark",
      detail: { year: 2024, from: { noteEn: "Meters." }, to: { noteEn: "New meters." } },
    });
    await removeBreak(own.database, actor, said);
    expect((await kpiNow()).kpi.breaks).toEqual([]);
    await expect(removeBreak(own.database, actor, said)).rejects.toMatchObject({ code: "access.notFound" });
  });

  it("needs a year and KPI of theirs, and says why; the database holds it too", async () => {
    await expect(markBreak(own.database, actor, { ...said, year: 1999 })).rejects.toMatchObject({
      code: "access.notFound",
    });
    await expect(markBreak(own.database, actor, { ...said, code: "nothing" })).rejects.toMatchObject({
      code: "access.notFound",
    });
    await expect(markBreak(own.database, actor, { ...said, noteDa: " " })).rejects.toThrow(/SeriesBreak_says_why/);
    expect(await own.database.seriesBreak.count()).toBe(0);
  });
});

describe("an org unit that was merged", () => {
  it("has closed, and is not merged into itself or into another organisation's", async () => {
    const merge = (id: string, mergedIntoId: string) =>
      own.database.orgUnit.update({ where: { id }, data: { mergedIntoId } });
    await expect(merge(org.south, org.north)).rejects.toThrow(/OrgUnit_merged_when_closed/);
    await expect(merge(org.shut, org.shut)).rejects.toThrow(/OrgUnit_merged_when_closed/);
    await expect(merge(org.shut, other.north)).rejects.toThrow();
    await merge(org.shut, org.north);
    await own.database.orgUnit.update({ where: { id: org.shut }, data: { mergedIntoId: null } });
  });
});

describe("an estimate", () => {
  const write = (given: Partial<CellWrite>): CellWrite => ({
    ...emptyContent,
    kpiId: org.electricity,
    orgUnitId: org.south,
    year: 2024,
    seen: 0,
    status: "estimated",
    amount: "40",
    scale: 0,
    ...given,
  });
  const save = (...cells: CellWrite[]) => saveValues(own.database, { ...actor, door: "page", cells });

  it("is refused without a basis, at its cell, and the rest of the block is saved", async () => {
    const outcomes = await save(
      write({ basis: "  " }),
      write({ kpiId: org.water, orgUnitId: org.north, seen: 1, status: "reported", amount: "31" }),
    );
    expect(outcomes).toMatchObject([{ outcome: "refused", code: "basisMissing" }, { outcome: "saved" }]);
    expect(await own.database.yearlyValue.count({ where: { orgUnitId: org.south, kpiId: org.electricity } })).toBe(0);
  });

  it("twin: the database refuses what a save without the rule would store", async () => {
    const row = { ...actorless(), kpiId: org.electricity, orgUnitId: org.south, year: 2024, amount: "40" };
    await expect(own.database.yearlyValue.create({ data: { ...row, status: "estimated" } })).rejects.toThrow(
      /YearlyValue_estimate_says_basis/,
    );
  });

  it("is listed with basis, age, weight and what it makes estimated; then with what it turned out to be", async () => {
    await chooseCounts(own.database, actor, { code: "electricity", year: 2024, counts: "consolidated" });
    await save(
      write({ basis: "Last year's." }),
      write({ kpiId: org.revenue, orgUnitId: org.root, status: "reported", amount: "10" }),
    );
    const open = await listEstimates(org.organisationId, String(await version()), "en");
    expect(open).toMatchObject([
      {
        code: "electricity",
        orgUnit: "south",
        year: 2024,
        percent: "40",
        makesEstimated: ["intensity"],
        figure: { amount: "40", basis: "Last year's.", status: "estimated" },
      },
    ]);
    expect(await listTrueUps(org.organisationId, "en")).toEqual([]);
    expect(await listEstimates(other.organisationId, "1", "en")).toEqual([]);

    // Still an estimate, another one: the age counts from the first.
    await save(write({ seen: 1, amount: "42", basis: "Eleven months." }));
    const [again] = await listEstimates(org.organisationId, String(await version()), "en");
    expect(again!.since).toBe(open[0]!.since);

    await save(write({ seen: 2, status: "reported", amount: "45", basis: "" }));
    expect(await listEstimates(org.organisationId, String(await version()), "en")).toEqual([]);
    expect(await listTrueUps(org.organisationId, "en", "electricity")).toMatchObject([
      {
        orgUnit: "south",
        estimate: { amount: "42", basis: "Eleven months.", status: "estimated" },
        actual: { amount: "45", status: "reported" },
        absolute: "3",
        relative: "7.1",
      },
    ]);
    expect(await listTrueUps(org.organisationId, "en", "water")).toEqual([]);
    expect(await listTrueUps(other.organisationId, "en")).toEqual([]);
    // The estimate itself stays in the history.
    expect(await own.database.valueRevision.count({ where: { kpiId: org.electricity, status: "estimated" } })).toBe(2);
  });
});

describe("which of two published figures counts", () => {
  it("is restated: chosen by nobody without, listed before it is confirmed, marked, and what was published stays", async () => {
    const { organisationId } = org;
    const at = { organisationId_year: { organisationId, year: 2024 } };
    await chooseCounts(own.database, actor, { code: "electricity", year: 2024, counts: "entered" });
    const [both] = (await detailNow()).beside;
    expect(both!.consolidated!.amount).not.toBe(both!.entered!.amount);
    await own.database.reportingPeriod.update({
      where: at,
      data: { state: "published", publishedAt: new Date("2025-03-01T00:00:00Z") },
    });
    const asked = { code: "electricity", year: 2024, counts: "consolidated" as const };
    await expect(chooseCounts(own.database, actor, asked)).rejects.toMatchObject({
      code: "comparability.periodClosed",
    });
    const planner = planCounting(organisationId, asked);
    const { digest, effects } = await previewPlan(organisationId, planner);
    expect(effects.find(({ code }) => code === "electricity")).toMatchObject({
      year: 2024,
      before: { status: "reported" },
      isMaterial: true,
    });
    const author = { ...actor, reasonDa: "Summen er den aflæste.", reasonEn: "The sum is what was read." };
    await expect(restatePlan(author, planner, "0".repeat(64))).rejects.toMatchObject({
      code: "restatement.changedSince",
    });
    const id = await restatePlan(author, planner, digest);
    expect((await kpiNow()).kpi.figures.at(-1)).toMatchObject({
      amount: both!.consolidated!.amount,
      origin: "consolidated",
      restated: { id, kind: "counting" },
    });
    expect((await detailNow()).beside).toMatchObject([
      { entered: { amount: both!.entered!.amount }, counts: "consolidated" },
    ]);
    expect(await lastAct()).toMatchObject({
      action: "value.restateChoice",
      subject: id,
      detail: { code: "electricity", year: 2024, from: "entered", to: "consolidated" },
    });
    await expect(previewPlan(organisationId, planner)).rejects.toMatchObject({ code: "restatement.nothingChanges" });
    const water = planCounting(organisationId, { ...asked, code: "water" });
    await expect(previewPlan(organisationId, water)).rejects.toMatchObject({ code: "comparability.noFigure" });
    await expect(
      own.database.countingChoice.updateMany({ where: { organisationId, year: 2024 }, data: { counts: "entered" } }),
    ).rejects.toThrow();
  });
});
