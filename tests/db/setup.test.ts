import { describe, expect, test } from "vitest";
import { getYearView } from "@/lib/figure/queries";
import { addOrgUnit, changeOrgUnit } from "@/lib/setup/org-unit/mutations";
import { listUnits } from "@/lib/setup/org-unit/queries";
import { openPeriod, takeStep } from "@/lib/setup/period/mutations";
import { listPeriods } from "@/lib/setup/period/queries";
import { recordValues } from "@/prisma/demo/factory";
import { refusal } from "./people";
import { setupWorld } from "./setup-world";

const { own, state, addElectricity } = setupWorld();

describe("set-up", () => {
  test("each change is one act in the trail and a new version of the data", async () => {
    const before = await state();
    await openPeriod(own.setter, 2024, "2025-02-01");
    await addElectricity();
    const after = await state();
    expect([after.version - before.version, after.acts - before.acts]).toEqual([2n, 2]);
    await expect(openPeriod(own.setter, 2024, null)).rejects.toEqual(refusal("setup.taken"));
    await expect(addElectricity()).rejects.toEqual(refusal("setup.taken"));
    expect(await state()).toEqual(after);
  });

  test("what is set up is entered and consolidated at once", async () => {
    await openPeriod(own.setter, 2024, null);
    await addElectricity();
    const kpi = await own.database.kpi.findFirstOrThrow({ where: { organisationId: own.here.id } });
    const by = { actorId: own.setter.actorId, at: new Date("2025-01-01") };
    await recordValues(own.database, own.here.id, by, [
      { kpiId: kpi.id, orgUnitId: own.here.north, year: 2024, figure: "1.5" },
      { kpiId: kpi.id, orgUnitId: own.here.south, year: 2024, figure: "2" },
    ]);
    const view = await getYearView(own.here.id, "after", 2024, "da");
    expect(view.kpis.map(({ code, figures }) => [code, figures.at(-1)?.amount])).toEqual([["electricity", "3.5"]]);
  });
});

describe("a reporting year", () => {
  const stateOf = async () => (await listPeriods(own.here.id)).map(({ state: of }) => of);

  test("goes on step by step, back only with a reason, and a published one stays", async () => {
    await openPeriod(own.setter, 2024, null);
    await expect(takeStep(own.setter, 2024, "closed", "")).rejects.toEqual(refusal("setup.noSuchStep"));
    await takeStep(own.setter, 2024, "inReview", "");
    await takeStep(own.setter, 2024, "closed", "");
    await expect(takeStep(own.setter, 2024, "open", "")).rejects.toEqual(refusal("setup.reasonMissing"));
    expect(await stateOf()).toEqual(["closed"]);
    await takeStep(own.setter, 2024, "open", "A bill came late");
    expect(await stateOf()).toEqual(["open"]);
    await expect(takeStep(own.setter, 2023, "inReview", "")).rejects.toEqual(refusal("access.notFound"));
    await own.database.reportingPeriod.updateMany({
      where: { organisationId: own.here.id },
      data: { state: "published" },
    });
    await expect(takeStep(own.setter, 2024, "open", "Why not")).rejects.toEqual(refusal("setup.noSuchStep"));
  });

  test("is taken on by one of two who try at once", async () => {
    await openPeriod(own.setter, 2024, null);
    const tries = await Promise.allSettled([
      takeStep(own.setter, 2024, "inReview", ""),
      takeStep(own.setter, 2024, "inReview", ""),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an org unit", () => {
  const change = (id: string) => ({
    id,
    name: "North",
    opensOn: null,
    closesOn: null,
    mergedIntoId: null,
    parentId: null,
    movesOn: null,
  });
  const tree = async (year: number) =>
    (await listUnits(own.here.id, year)).map(({ name, depth }) => `${"·".repeat(depth)}${name}`);

  test("is added below another, and moves from a day on", async () => {
    await addOrgUnit(own.setter, { name: "Ward", code: "ward", parentId: own.here.north, opensOn: null });
    const ward = await own.database.orgUnit.findFirstOrThrow({ where: { organisationId: own.here.id, code: "ward" } });
    await changeOrgUnit(own.setter, {
      ...change(ward.id),
      name: "Ward",
      parentId: own.here.south,
      movesOn: "2025-03-01",
    });
    expect(await tree(2024)).toEqual([`Organisation ${own.here.slug}`, "·North", "··Ward", "·South"]);
    expect(await tree(2025)).toEqual([`Organisation ${own.here.slug}`, "·North", "·South", "··Ward"]);
  });

  test("never hangs below itself, nor below or into one of another organisation", async () => {
    await addOrgUnit(own.setter, { name: "Ward", code: "ward", parentId: own.here.north, opensOn: null });
    const ward = await own.database.orgUnit.findFirstOrThrow({ where: { organisationId: own.here.id, code: "ward" } });
    const moved = { ...change(own.here.north), parentId: ward.id, movesOn: "2025-01-01" };
    await expect(changeOrgUnit(own.setter, moved)).rejects.toEqual(refusal("setup.belowItself"));
    for (const foreign of [
      { ...moved, parentId: own.elsewhere.north },
      { ...change(own.here.north), closesOn: "2025-01-01", mergedIntoId: own.elsewhere.north },
      change(own.elsewhere.north),
    ])
      await expect(changeOrgUnit(own.setter, foreign)).rejects.toEqual(refusal("access.notFound"));
    await expect(
      addOrgUnit(own.setter, { name: "Spy", code: "spy", parentId: own.elsewhere.north, opensOn: null }),
    ).rejects.toEqual(refusal("access.notFound"));
    expect(await tree(2026)).toEqual([`Organisation ${own.here.slug}`, "·North", "··Ward", "·South"]);
  });

  test.each([
    [{ opensOn: "2025-02-01", closesOn: "2025-01-01" }, "setup.closesBeforeItOpens"],
    [{ mergedIntoId: "south" }, "setup.mergedStaysOpen"],
    [{ movesOn: "2025-01-01" }, "setup.moveNeedsDay"],
  ])("with %j is refused as %s", async (more, code) => {
    const given = { ...change(own.here.north), ...more };
    if (given.mergedIntoId) given.mergedIntoId = own.here.south;
    await expect(changeOrgUnit(own.setter, given)).rejects.toEqual(refusal(code));
  });
});
