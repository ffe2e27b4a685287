import { describe, expect, it } from "vitest";
import { chooseCounts } from "@/lib/consolidation/choice/mutations";
import { planCounting } from "@/lib/restatement/counting/mutations";
import { previewPlan, restatePlan } from "@/lib/restatement/plan/mutations";
import { coverageWorld } from "./coverage-world";

const { here, actor, version, lastAct, kpiNow, detailNow } = coverageWorld();

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
    await chooseCounts(here.database, actor(), { code: "electricity", year: 2024, counts: "consolidated" });
    expect(await version()).toBe(before + 1n);
    expect(await lastAct()).toMatchObject({
      action: "value.choose",
      subject: "electricity",
      detail: { year: 2024, from: "entered", to: "consolidated" },
    });
    expect((await kpiNow()).kpi.figures.at(-1)).toMatchObject({ amount: "60", origin: "consolidated" });
    expect((await detailNow()).beside).toMatchObject([{ entered: { amount: "100" }, counts: "consolidated" }]);
    await chooseCounts(here.database, actor(), { code: "electricity", year: 2024, counts: "entered" });
    expect((await kpiNow()).kpi.figures.at(-1)).toMatchObject({ amount: "100" });
  });

  it("is refused where a year is settled, nothing was entered, or the KPI is not theirs", async () => {
    const choose = (code: string, year: number) =>
      chooseCounts(here.database, actor(), { code, year, counts: "consolidated" });
    await expect(choose("electricity", 2023)).rejects.toMatchObject({ code: "comparability.periodClosed" });
    await expect(choose("water", 2024)).rejects.toMatchObject({ code: "comparability.noFigure" });
    await expect(choose("nothing", 2024)).rejects.toMatchObject({ code: "access.notFound" });
    await expect(choose("electricity", 1999)).rejects.toMatchObject({ code: "access.notFound" });
  });
});

describe("which of two published figures counts", () => {
  it("is restated: chosen by nobody without, listed before it is confirmed, marked, and what was published stays", async () => {
    const { organisationId } = here.aleris;
    const at = { organisationId_year: { organisationId, year: 2024 } };
    await chooseCounts(here.database, actor(), { code: "electricity", year: 2024, counts: "entered" });
    const [both] = (await detailNow()).beside;
    expect(both!.consolidated!.amount).not.toBe(both!.entered!.amount);
    await here.database.reportingPeriod.update({
      where: at,
      data: { state: "published", publishedAt: new Date("2025-03-01T00:00:00Z") },
    });
    const asked = { code: "electricity", year: 2024, counts: "consolidated" as const };
    await expect(chooseCounts(here.database, actor(), asked)).rejects.toMatchObject({
      code: "comparability.periodClosed",
    });
    const planner = planCounting(organisationId, asked);
    const { digest, effects } = await previewPlan(organisationId, planner);
    expect(effects.find(({ code }) => code === "electricity")).toMatchObject({
      year: 2024,
      before: { status: "reported" },
      isMaterial: true,
    });
    const author = { ...actor(), reasonDa: "Summen er den aflæste.", reasonEn: "The sum is what was read." };
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
      here.database.countingChoice.updateMany({ where: { organisationId, year: 2024 }, data: { counts: "entered" } }),
    ).rejects.toThrow();
  });
});
