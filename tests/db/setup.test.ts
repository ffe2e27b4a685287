import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getYearView } from "@/lib/figure/queries";
import { addOrgUnit, changeOrgUnit } from "@/lib/setup/org-unit/mutations";
import { listUnits } from "@/lib/setup/org-unit/queries";
import { addKpi, defineKpi } from "@/lib/setup/kpi/mutations";
import type { Definition } from "@/lib/setup/kpi/model";
import { checkWorld, findKpi } from "@/lib/setup/kpi/queries";
import { addPillar, changePillar } from "@/lib/setup/pillar/mutations";
import { listPillars } from "@/lib/setup/pillar/queries";
import { openPeriod, takeStep } from "@/lib/setup/period/mutations";
import { listPeriods } from "@/lib/setup/period/queries";
import { endTarget, setTarget } from "@/lib/setup/target/mutations";
import { recordValues } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";
import { refusal, twoOrganisations } from "./people";

let own: TestDatabase;
let round = 0;
let here: Awaited<ReturnType<typeof twoOrganisations>>["here"];
let elsewhere: Awaited<ReturnType<typeof twoOrganisations>>["here"];
let setter: { organisationId: string; actorId: string };
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());
beforeEach(async () => {
  ({ here, elsewhere, setter } = await twoOrganisations(own.database, `here-${++round}`));
});

const state = async () => ({
  version: (await own.database.organisation.findUniqueOrThrow({ where: { id: here.id } })).dataVersion,
  acts: await own.database.auditEntry.count({ where: { organisationId: here.id } }),
});
const plain: Definition = {
  validFromYear: 2024,
  nameDa: "El",
  nameEn: "Electricity",
  shortNameDa: "El",
  shortNameEn: "Electricity",
  definitionDa: "",
  definitionEn: "",
  unitOfMeasure: "MWh",
  valueKind: "number",
  direction: "lower",
  decimals: null,
  collectionLevel: "orgUnit",
  consolidation: "sum",
  weightCode: null,
  formula: null,
  minimum: "0",
  maximum: null,
  tolerancePercent: "25",
  smallGroup: "none",
};
const nowhere = { pillarId: null, appendixPart: null, ownerId: null };
const addElectricity = (more: Partial<Definition> = {}) =>
  addKpi(setter, { code: "electricity", purpose: "indicator", ...nowhere }, { ...plain, ...more });

describe("set-up", () => {
  test("each change is one act in the trail and a new version of the data", async () => {
    const before = await state();
    await openPeriod(setter, 2024, "2025-02-01");
    await addElectricity();
    const after = await state();
    expect([after.version - before.version, after.acts - before.acts]).toEqual([2n, 2]);
    await expect(openPeriod(setter, 2024, null)).rejects.toEqual(refusal("setup.taken"));
    await expect(addElectricity()).rejects.toEqual(refusal("setup.taken"));
    expect(await state()).toEqual(after);
  });

  test("what is set up is entered and consolidated at once", async () => {
    await openPeriod(setter, 2024, null);
    await addElectricity();
    const kpi = await own.database.kpi.findFirstOrThrow({ where: { organisationId: here.id } });
    const by = { actorId: setter.actorId, at: new Date("2025-01-01") };
    await recordValues(own.database, here.id, by, [
      { kpiId: kpi.id, orgUnitId: here.north, year: 2024, figure: "1.5" },
      { kpiId: kpi.id, orgUnitId: here.south, year: 2024, figure: "2" },
    ]);
    const view = await getYearView(here.id, "after", 2024, "da");
    expect(view.kpis.map(({ code, figures }) => [code, figures.at(-1)?.amount])).toEqual([["electricity", "3.5"]]);
  });
});

describe("a reporting year", () => {
  const stateOf = async () => (await listPeriods(here.id)).map(({ state: of }) => of);

  test("goes on step by step, back only with a reason, and a published one stays", async () => {
    await openPeriod(setter, 2024, null);
    await expect(takeStep(setter, 2024, "closed", "")).rejects.toEqual(refusal("setup.noSuchStep"));
    await takeStep(setter, 2024, "inReview", "");
    await takeStep(setter, 2024, "closed", "");
    await expect(takeStep(setter, 2024, "open", "")).rejects.toEqual(refusal("setup.reasonMissing"));
    expect(await stateOf()).toEqual(["closed"]);
    await takeStep(setter, 2024, "open", "A bill came late");
    expect(await stateOf()).toEqual(["open"]);
    await expect(takeStep(setter, 2023, "inReview", "")).rejects.toEqual(refusal("access.notFound"));
    await own.database.reportingPeriod.updateMany({ where: { organisationId: here.id }, data: { state: "published" } });
    await expect(takeStep(setter, 2024, "open", "Why not")).rejects.toEqual(refusal("setup.noSuchStep"));
  });

  test("is taken on by one of two who try at once", async () => {
    await openPeriod(setter, 2024, null);
    const tries = await Promise.allSettled([
      takeStep(setter, 2024, "inReview", ""),
      takeStep(setter, 2024, "inReview", ""),
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
    (await listUnits(here.id, year)).map(({ name, depth }) => `${"·".repeat(depth)}${name}`);

  test("is added below another, and moves from a day on", async () => {
    await addOrgUnit(setter, { name: "Ward", code: "ward", parentId: here.north, opensOn: null });
    const ward = await own.database.orgUnit.findFirstOrThrow({ where: { organisationId: here.id, code: "ward" } });
    await changeOrgUnit(setter, { ...change(ward.id), name: "Ward", parentId: here.south, movesOn: "2025-03-01" });
    expect(await tree(2024)).toEqual([`Organisation ${here.slug}`, "·North", "··Ward", "·South"]);
    expect(await tree(2025)).toEqual([`Organisation ${here.slug}`, "·North", "·South", "··Ward"]);
  });

  test("never hangs below itself, nor below or into one of another organisation", async () => {
    await addOrgUnit(setter, { name: "Ward", code: "ward", parentId: here.north, opensOn: null });
    const ward = await own.database.orgUnit.findFirstOrThrow({ where: { organisationId: here.id, code: "ward" } });
    const moved = { ...change(here.north), parentId: ward.id, movesOn: "2025-01-01" };
    await expect(changeOrgUnit(setter, moved)).rejects.toEqual(refusal("setup.belowItself"));
    for (const foreign of [
      { ...moved, parentId: elsewhere.north },
      { ...change(here.north), closesOn: "2025-01-01", mergedIntoId: elsewhere.north },
      change(elsewhere.north),
    ])
      await expect(changeOrgUnit(setter, foreign)).rejects.toEqual(refusal("access.notFound"));
    await expect(
      addOrgUnit(setter, { name: "Spy", code: "spy", parentId: elsewhere.north, opensOn: null }),
    ).rejects.toEqual(refusal("access.notFound"));
    expect(await tree(2026)).toEqual([`Organisation ${here.slug}`, "·North", "··Ward", "·South"]);
  });

  test.each([
    [{ opensOn: "2025-02-01", closesOn: "2025-01-01" }, "setup.closesBeforeItOpens"],
    [{ mergedIntoId: "south" }, "setup.mergedStaysOpen"],
    [{ movesOn: "2025-01-01" }, "setup.moveNeedsDay"],
  ])("with %j is refused as %s", async (more, code) => {
    const given = { ...change(here.north), ...more };
    if (given.mergedIntoId) given.mergedIntoId = here.south;
    await expect(changeOrgUnit(setter, given)).rejects.toEqual(refusal(code));
  });
});

describe("a pillar", () => {
  const text = {
    nameDa: "Miljø",
    nameEn: "Environment",
    colour: "producer",
    isGuiding: true,
    sdgs: [12, 13],
    themesDa: ["Energi | 13, 7", "Affald"],
    themesEn: ["Energy", "Waste"],
  };

  test("keeps its themes in both languages, and changes them together", async () => {
    await addPillar(setter, "producer", text);
    const [pillar] = await listPillars(here.id);
    await changePillar(setter, pillar!.id, { ...text, themesDa: ["Affald"], themesEn: ["Waste"] });
    const [changed] = await listPillars(here.id);
    expect(changed!.themes).toEqual([{ nameDa: "Affald", nameEn: "Waste", sdgs: [] }]);
    await expect(changePillar(setter, pillar!.id, { ...text, themesEn: [] })).rejects.toEqual(
      refusal("setup.themesDiffer"),
    );
    await expect(changePillar({ ...setter, organisationId: elsewhere.id }, pillar!.id, text)).rejects.toEqual(
      refusal("access.notFound"),
    );
  });
});

describe("a definition", () => {
  test("holds from its year; the same year changes it; ties only to what is the organisation's own", async () => {
    await addElectricity();
    await defineKpi(setter, "electricity", nowhere, { ...plain, validFromYear: 2025, unitOfMeasure: "kWh" });
    await defineKpi(setter, "electricity", nowhere, { ...plain, validFromYear: 2025, unitOfMeasure: "GJ" });
    const kpi = await findKpi(here.id, "electricity");
    expect(kpi!.definitions.map(({ validFromYear, unitOfMeasure }) => [validFromYear, unitOfMeasure])).toEqual([
      [2025, "GJ"],
      [2024, "MWh"],
    ]);
    await addPillar({ ...setter, organisationId: elsewhere.id }, "theirs", {
      nameDa: "x",
      nameEn: "x",
      colour: "ethics",
      isGuiding: true,
      sdgs: [],
      themesDa: [],
      themesEn: [],
    });
    const [theirs] = await listPillars(elsewhere.id);
    await expect(defineKpi(setter, "electricity", { ...nowhere, pillarId: theirs!.id }, plain)).rejects.toEqual(
      refusal("access.notFound"),
    );
    await expect(defineKpi({ ...setter, organisationId: elsewhere.id }, "electricity", nowhere, plain)).rejects.toEqual(
      refusal("access.notFound"),
    );
    await expect(addElectricity({ weightCode: "fte", consolidation: "weighted" })).rejects.toEqual(
      expect.objectContaining({ name: "Refusal" }),
    );
  });

  test("does not change under a published year; a later year may read otherwise", async () => {
    await addElectricity();
    await openPeriod(setter, 2024, null);
    await own.database.reportingPeriod.updateMany({ where: { organisationId: here.id }, data: { state: "published" } });
    const before = await state();
    await expect(defineKpi(setter, "electricity", nowhere, { ...plain, unitOfMeasure: "kWh" })).rejects.toEqual(
      refusal("setup.published"),
    );
    expect(await state()).toEqual(before);
    await defineKpi(setter, "electricity", nowhere, { ...plain, validFromYear: 2025, unitOfMeasure: "kWh" });
  });

  test("what a formula may name is the organisation's, as defined in the year", async () => {
    await addElectricity();
    const world = await checkWorld(here.id, { code: "total", unitOfMeasure: "MWh", year: 2024 });
    expect([...world.kpis]).toEqual([["electricity", { unitOfMeasure: "MWh", isSplit: false, inputs: [] }]]);
    expect((await checkWorld(elsewhere.id, { code: "total", unitOfMeasure: "MWh", year: 2024 })).kpis.size).toBe(0);
  });
});

describe("a target", () => {
  const target = {
    kind: "atMost" as const,
    year: 2030,
    setInYear: null,
    baselineYear: null,
    limit: { amount: "5.0", scale: 1 },
  };

  test("is set once a year, set anew in its place, and taken away", async () => {
    await addElectricity();
    await setTarget(setter, "electricity", target);
    await setTarget(setter, "electricity", { ...target, kind: "split", limit: { men: "40", women: "60" } });
    const [set] = (await findKpi(here.id, "electricity"))!.targets;
    expect(set).toMatchObject({ kind: "split", amount: null, men: "40", women: "60" });
    await expect(endTarget({ ...setter, organisationId: elsewhere.id }, set!.id)).rejects.toEqual(
      refusal("access.notFound"),
    );
    await endTarget(setter, set!.id);
    expect((await findKpi(here.id, "electricity"))!.targets).toEqual([]);
  });

  test.each([
    [{ kind: "reduction" as const }, "setup.baselineMissing"],
    [{ baselineYear: 2030 }, "setup.baselineLate"],
  ])("with %j is refused as %s", async (more, code) => {
    await addElectricity();
    await expect(setTarget(setter, "electricity", { ...target, ...more })).rejects.toEqual(refusal(code));
  });
});
