/** Declared coverage, breaks of a series and merged org units, on a real database: written, guarded, told. */
import { describe, expect, it } from "vitest";
import { declareCoverage } from "@/lib/coverage/declaration/mutations";
import { markBreak, removeBreak } from "@/lib/series-break/mutations";
import { coverageWorld } from "./coverage-world";

const { here, actor, actorless, lastAct, kpiNow, detailNow } = coverageWorld();

describe("declared coverage", () => {
  const declare = (orgUnits: string[], year = 2024, code = "electricity") =>
    declareCoverage(here.database, actor(), { code, year, orgUnits });

  it("is written, stated, footnoted and audited; all of them is no declaration", async () => {
    await declare([here.aleris.north, here.aleris.north]);
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
    expect(await lastAct()).toMatchObject({
      action: "coverage.declare",
      detail: { from: [], to: [here.aleris.north] },
    });
    await declare([here.aleris.north, here.aleris.south]);
    expect((await kpiNow()).kpi.figures.at(-1)!.coverage).toBeNull();
  });

  it("is stated by full-time equivalents once the organisation names them and all are known", async () => {
    const fte = await here.database.kpi.findFirstOrThrow({
      where: { organisationId: here.aleris.organisationId, code: "water" },
    });
    await here.database.organisation.update({ where: { id: here.aleris.organisationId }, data: { fteKpiId: fte.id } });
    await declare([here.aleris.north]);
    expect((await detailNow()).coverage!.fte).toBeNull();
    await here.database.yearlyValue.createMany({
      data: [
        { orgUnitId: here.aleris.north, amount: "30" },
        { orgUnitId: here.aleris.south, amount: "10" },
      ].map((one) => ({ ...one, ...actorless(), kpiId: fte.id, year: 2024 })),
    });
    await here.database.organisation.update({
      where: { id: here.aleris.organisationId },
      data: { dataVersion: { increment: 1 } },
    });
    expect(await detailNow()).toMatchObject({
      fteName: "water",
      coverage: { fte: { percent: "75", isExample: false } },
    });
    await declare([here.aleris.north, here.aleris.south]);
  });

  it("is refused for nobody, for others' and closed org units, and for a settled year", async () => {
    await expect(declare([])).rejects.toMatchObject({ code: "comparability.nobody" });
    for (const foreign of [here.region.north, here.aleris.shut, here.aleris.root])
      await expect(declare([foreign])).rejects.toMatchObject({ code: "access.notFound" });
    await expect(declare([here.aleris.north], 2023)).rejects.toMatchObject({ code: "comparability.periodClosed" });
    await expect(declare([here.aleris.north], 2024, "revenue")).rejects.toMatchObject({
      code: "comparability.noFigure",
    });
    expect(await here.database.valueCoverage.count({ where: { organisationId: here.aleris.organisationId } })).toBe(0);
  });
});

describe("a series break", () => {
  const said = { code: "electricity", year: 2024, kind: "methodChange" as const, noteDa: "Målere.", noteEn: "Meters." };

  it("is marked, changed and taken away, each time audited", async () => {
    await markBreak(here.database, actor(), said);
    expect((await kpiNow()).kpi.breaks).toEqual([{ year: 2024, kind: "methodChange", note: "Meters." }]);
    await markBreak(here.database, actor(), { ...said, noteEn: "New meters." });
    expect(await lastAct()).toMatchObject({
      action: "break.mark",
      detail: { year: 2024, from: { noteEn: "Meters." }, to: { noteEn: "New meters." } },
    });
    await removeBreak(here.database, actor(), said);
    expect((await kpiNow()).kpi.breaks).toEqual([]);
    await expect(removeBreak(here.database, actor(), said)).rejects.toMatchObject({ code: "access.notFound" });
  });

  it("needs a year and KPI of theirs, and says why; the database holds it too", async () => {
    await expect(markBreak(here.database, actor(), { ...said, year: 1999 })).rejects.toMatchObject({
      code: "access.notFound",
    });
    await expect(markBreak(here.database, actor(), { ...said, code: "nothing" })).rejects.toMatchObject({
      code: "access.notFound",
    });
    await expect(markBreak(here.database, actor(), { ...said, noteDa: " " })).rejects.toThrow(/SeriesBreak_says_why/);
    expect(await here.database.seriesBreak.count()).toBe(0);
  });
});

describe("an org unit that was merged", () => {
  it("has closed, and is not merged into itself or into another organisation's", async () => {
    const merge = (id: string, mergedIntoId: string) =>
      here.database.orgUnit.update({ where: { id }, data: { mergedIntoId } });
    await expect(merge(here.aleris.south, here.aleris.north)).rejects.toThrow(/OrgUnit_merged_when_closed/);
    await expect(merge(here.aleris.shut, here.aleris.shut)).rejects.toThrow(/OrgUnit_merged_when_closed/);
    await expect(merge(here.aleris.shut, here.region.north)).rejects.toThrow();
    await merge(here.aleris.shut, here.aleris.north);
    await here.database.orgUnit.update({ where: { id: here.aleris.shut }, data: { mergedIntoId: null } });
  });
});
