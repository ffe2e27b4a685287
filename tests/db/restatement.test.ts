import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getYearView } from "@/lib/figure/queries";
import type { YearView } from "@/lib/figure/model";
import { loadDemo } from "@/prisma/seed";
import { emptyContent, type CellContent } from "@/lib/value/model";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let org: { id: string; rootId: string; actorId: string };
let mutations: typeof import("@/lib/restatement/mutations");
let definitions: typeof import("@/lib/restatement/definition/mutations");
let plans: typeof import("@/lib/restatement/plan/mutations");
let factors: typeof import("@/lib/restatement/factor/mutations");
let coverages: typeof import("@/lib/restatement/coverage/mutations");
let orgUnits: typeof import("@/lib/restatement/org-unit/mutations");
let targets: typeof import("@/lib/restatement/target/mutations");
let effects: typeof import("@/lib/restatement/effect/queries");
let preview: typeof import("@/lib/restatement/preview/queries");
let queries: typeof import("@/lib/restatement/queries");

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  mutations = await import("@/lib/restatement/mutations");
  definitions = await import("@/lib/restatement/definition/mutations");
  plans = await import("@/lib/restatement/plan/mutations");
  factors = await import("@/lib/restatement/factor/mutations");
  coverages = await import("@/lib/restatement/coverage/mutations");
  orgUnits = await import("@/lib/restatement/org-unit/mutations");
  targets = await import("@/lib/restatement/target/mutations");
  effects = await import("@/lib/restatement/effect/queries");
  preview = await import("@/lib/restatement/preview/queries");
  queries = await import("@/lib/restatement/queries");
  const { id } = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  const root = await world.database.orgUnit.findFirstOrThrow({ where: { organisationId: id, isRoot: true } });
  const actor = await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
  org = { id, rootId: root.id, actorId: actor.id };
}, 60_000);
afterAll(() => world.close());

const asked = (figure: string, change: object = {}) => ({
  ...{ what: "value" as const, org: "aleris", kpi: "heating", unit: "aleris", year: 2022 },
  ...{ figure, source: "Fjernvarme", note: "" },
  ...{ reasonDa: "Måleren var aflæst forkert.", reasonEn: "The meter was misread.", ...change },
});
const author = () => ({
  ...{ organisationId: org.id, actorId: org.actorId },
  ...{ reasonDa: "Måleren var aflæst forkert.", reasonEn: "The meter was misread." },
});
const idOf = async (code: string) =>
  (await world.database.kpi.findFirstOrThrow({ where: { organisationId: org.id, code } })).id;
const cellOf = async (code: string, year: number) =>
  world.database.yearlyValue.findFirstOrThrow({
    where: { organisationId: org.id, kpiId: await idOf(code), orgUnitId: org.rootId, year },
  });
const state = async () => ({
  values: await world.database.yearlyValue.findMany({ orderBy: { id: "asc" } }),
  revisions: await world.database.valueRevision.count(),
  restatements: await world.database.restatement.count(),
  effects: await world.database.restatementEffect.count(),
  audits: await world.database.auditEntry.count(),
});
const record = () =>
  world.database.publishedFigure.findMany({
    where: { organisationId: org.id },
    orderBy: [{ kpiId: "asc" }, { reportYear: "asc" }, { year: "asc" }],
  });
const viewNow = async (year = 2023): Promise<YearView> => {
  const { dataVersion } = await world.database.organisation.findUniqueOrThrow({ where: { id: org.id } });
  return getYearView(org.id, String(dataVersion), year, "da");
};
const figuresOf = (view: YearView) =>
  new Map(
    [...view.kpis, ...view.base].flatMap((kpi) =>
      kpi.figures.map((one) => [`${kpi.code} ${one.year}`, one.amount ?? one.split ?? one.status] as const),
    ),
  );
const content = (amount: string): CellContent => ({ ...emptyContent, status: "reported", amount, scale: 0 });

describe("restating heat for 2022, which is published", () => {
  it("lists every dependant, needs a reason, and writes value, history, effects and audit at once", async () => {
    const [before, kept, published] = [await viewNow(), await state(), await record()];
    const cell = await cellOf("heating", 2022);
    const figure = String(Math.round(Number(cell.amount) * 1.1));
    const shown = await preview.previewRestatement(org.id, asked(figure), "da");
    expect(await state(), "a preview writes nothing").toEqual(kept);
    expect(shown.effects[0]).toMatchObject({ code: "heating", year: 2022, orgUnit: null, isMaterial: true });
    await expect(
      preview.previewRestatement(org.id, asked(figure, { reasonDa: "", reasonEn: "" }), "da"),
    ).rejects.toMatchObject({ code: "restatement.reasonMissing", field: "reasonDa" });

    const { content: read } = await preview.readAsked(org.id, asked(figure), "da");
    const key = { kpiId: cell.kpiId, orgUnitId: org.rootId, year: 2022 };
    const id = await mutations.restateValue(author(), { ...key, content: read, seen: shown.seen }, shown.previewed);

    const [after, now] = [await viewNow(), await state()];
    const [was, is] = [figuresOf(before), figuresOf(after)];
    const different = [...is.keys()].filter((at) => JSON.stringify(is.get(at)) !== JSON.stringify(was.get(at)));
    const listed = shown.effects.filter(({ orgUnit }) => orgUnit === null).map(({ code, year }) => `${code} ${year}`);
    expect(different.length).toBeGreaterThan(0);
    expect(listed, "every figure that prints differently was listed").toEqual(expect.arrayContaining(different));
    expect(is.get("heating 2022")).toBe(figure);

    expect(now.restatements).toBe(kept.restatements + 1);
    expect(now.effects).toBe(kept.effects + shown.effects.length);
    expect(now.revisions).toBe(kept.revisions + 1);
    expect(now.audits).toBe(kept.audits + 1);
    expect(await world.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "value", fromYear: 2022, toYear: 2022, toVersion: cell.version + 1, isMaterial: true },
      before: { status: "reported", amount: cell.amount!.toFixed() },
      after: { status: "reported", amount: figure },
    });
    expect(await world.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).toMatchObject({
      ...{ action: "value.restate", subject: id, actorId: org.actorId, door: "page" },
    });

    expect(await record(), "what was published stays").toEqual(published);
    const heating = after.kpis.find(({ code }) => code === "heating")!;
    const restated = heating.figures.find(({ year }) => year === 2022)!.restated!;
    expect(restated).toMatchObject({ id, reason: "Måleren var aflæst forkert." });
    expect(Number(restated.before.amount)).toBe(Number(cell.amount));
    const marked = after.kpis.flatMap((kpi) =>
      kpi.figures.flatMap((one) => (one.restated ? [`${kpi.code} ${one.year}`] : [])),
    );
    expect(marked.sort()).toEqual(
      shown.effects
        .filter(({ orgUnit, isOpen }) => orgUnit === null && !isOpen)
        .map(({ code, year }) => `${code} ${year}`)
        .filter((at) => after.kpis.some(({ code }) => at.startsWith(`${code} `)))
        .sort(),
    );
  });

  it("is listed with its sentence, between publications, by year and KPI, and lacks an explanation", async () => {
    const periods = await queries.getPublishedPeriods(org.id);
    const all = { from: null, to: null, year: null, kpi: null };
    const [one] = await queries.listRestatements(org.id, all, "en");
    expect(one).toMatchObject({
      ...{ kind: "value", reason: "The meter was misread.", isMaterial: true, isExplained: false, explainedIn: 2024 },
      subject: { code: "heating", orgUnit: null },
      actor: "Controller",
    });
    const bound = (year: number) => ({
      at: periods.find((one) => one.year === year)!.publishedAt!,
      publicationOf: year,
    });
    const count = async (filter: object) =>
      (await queries.listRestatements(org.id, { ...all, ...filter }, "da")).length;
    expect(await count({ from: bound(2023) })).toBe(1);
    expect(await count({ from: bound(2022), to: bound(2023) })).toBe(0);
    expect(await count({ year: 2022, kpi: "heating" })).toBe(1);
    expect(await count({ year: 2019 })).toBe(0);
    expect(await count({ kpi: "water" })).toBe(0);
    const [region] = await world.database.organisation.findMany({ where: { slug: "region-midtjylland" } });
    expect(await queries.listRestatements(region!.id, all, "da")).toEqual([]);
  });

  it("is refused whole when something changed since the preview, or the figure is the published one", async () => {
    const cell = await cellOf("heating", 2022);
    const key = { kpiId: cell.kpiId, orgUnitId: org.rootId, year: 2022 };
    const said = content("12345");
    const { digest } = await effects.workOut(org.id, (kpis) => mutations.valueSubject(kpis, key, said));
    const kept = await state();
    for (const [seen, previewed] of [
      [cell.version - 1, digest],
      [cell.version, "0".repeat(64)],
    ] as const)
      await expect(mutations.restateValue(author(), { ...key, content: said, seen }, previewed)).rejects.toMatchObject({
        code: "restatement.changedSince",
      });
    await expect(preview.previewRestatement(org.id, asked(cell.amount!.toFixed()), "da")).rejects.toMatchObject({
      code: "restatement.sameFigure",
    });
    await expect(preview.previewRestatement(org.id, asked("12x"), "da")).rejects.toMatchObject({ field: "figure" });
    await expect(preview.previewRestatement(org.id, asked("1", { year: 2024 }), "da")).rejects.toMatchObject({
      code: "restatement.notPublished",
    });
    await expect(preview.previewRestatement(org.id, asked("1", { kpi: "work-trials" }), "da")).rejects.toMatchObject({
      code: "access.notFound",
    });
    expect(await state()).toEqual(kept);
  });

  it("writes nothing at all when the save refuses the figure", async () => {
    const cell = await cellOf("heating", 2022);
    const key = { kpiId: cell.kpiId, orgUnitId: org.rootId, year: 2022 };
    const said = content("-5");
    const { digest } = await effects.workOut(org.id, (kpis) => mutations.valueSubject(kpis, key, said));
    const kept = await state();
    await expect(
      mutations.restateValue(author(), { ...key, content: said, seen: cell.version }, digest),
    ).rejects.toMatchObject({ code: "value.refusal.belowMinimum" });
    expect(await state()).toEqual(kept);
  });
});

describe("restating a formula of published years", () => {
  it("changes the definition with its effects, and every dependant is listed", async () => {
    const kpi = await world.database.kpi.findFirstOrThrow({
      where: { organisationId: org.id, code: "scope1-intensity" },
      include: { versions: { orderBy: { validFromYear: "asc" } } },
    });
    const [version] = kpi.versions;
    const ratio = { kind: "ratio" as const, numerator: "scope1", denominator: "fte" };
    const write = { kpiId: kpi.id, validFromYear: version!.validFromYear, change: { formula: ratio } };
    const published = await record();
    const planner = definitions.planDefinition(org.id, write);
    const { digest, effects: listed } = await plans.previewPlan(org.id, planner);
    expect(new Set(listed.map(({ code }) => code))).toEqual(new Set(["scope1-intensity"]));
    const id = await plans.restatePlan(author(), planner, digest);
    expect(await world.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "definition", kpiId: kpi.id, fromYear: 2019, toYear: 2023 },
      after: { formula: { denominator: "fte" } },
    });
    expect(await record()).toEqual(published);
    await expect(plans.previewPlan(org.id, planner)).rejects.toMatchObject({ code: "restatement.nothingChanges" });
  });

  it("begins a new definition within published years, and marks the years though the numbers stay", async () => {
    const kpiId = await idOf("water");
    const change = { definitionDa: "Vand fra måler.", definitionEn: "Water by meter." };
    const planner = definitions.planDefinition(org.id, { kpiId, validFromYear: 2022, change });
    const { digest, effects: listed } = await plans.previewPlan(org.id, planner);
    expect(listed.map(({ year }) => year)).toContain(2022);
    for (const one of listed)
      expect(one).toMatchObject({
        code: "water",
        orgUnitId: org.rootId,
        beside: { kind: "definition" },
        isMaterial: false,
      });
    await plans.restatePlan(author(), planner, digest);
    const versions = await world.database.kpiVersion.findMany({ where: { kpiId }, orderBy: { validFromYear: "asc" } });
    expect(
      versions.map(({ validFromYear, definitionEn }) => [validFromYear, definitionEn === change.definitionEn]),
    ).toEqual(expect.arrayContaining([[2022, true]]));
    expect(versions[0]!.definitionEn).not.toBe(change.definitionEn);
    const figure = (await viewNow()).kpis
      .find(({ code }) => code === "water")!
      .figures.find(({ year }) => year === 2022);
    expect(figure?.restated).toMatchObject({ kind: "definition", isNumberKept: true });
  });
});

describe("restating what is not a number", () => {
  it("lets a published year keep another version of a factor: every figure that follows is listed, and only then pinned", async () => {
    const factor = await world.database.emissionFactor.findFirstOrThrow({
      where: { organisationId: org.id, code: "electricity-location" },
      include: { versions: { orderBy: { version: "desc" } } },
    });
    const { id: _, addedAt: __, value, ...newest } = factor.versions[0]!;
    const added = await world.database.emissionFactorVersion.create({
      data: { ...newest, value: value.mul("1.1"), version: newest.version + 1, validFromYear: 2022, source: "Rettet" },
    });
    const asked = { factorCode: factor.code, versionId: added.id, fromYear: 2022, toYear: 2022 };
    const planner = factors.planFactor(org.id, asked);
    const [kept, published, before] = [await state(), await record(), await viewNow()];
    const { digest, effects: listed } = await plans.previewPlan(org.id, planner);
    expect(await state(), "a preview writes nothing").toEqual(kept);
    expect(listed[0]).toMatchObject({ code: "scope2-location", year: 2022 });
    expect(listed.every(({ year }) => year === 2022)).toBe(true);
    const id = await plans.restatePlan(author(), planner, digest);
    const after = await viewNow();
    const [was, is] = [figuresOf(before), figuresOf(after)];
    const different = [...is.keys()].filter((at) => JSON.stringify(is.get(at)) !== JSON.stringify(was.get(at)));
    expect(different).toContain("scope2-location 2022");
    expect(listed.map(({ code, year }) => `${code} ${year}`)).toEqual(expect.arrayContaining(different));
    expect(await record(), "what was published stays").toEqual(published);
    expect(await world.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "factor", kpiId: null, factorCode: factor.code, fromYear: 2022, toYear: 2022 },
      after: { version: added.version },
    });
    const scope2 = after.kpis.find(({ code }) => code === "scope2-location")!;
    expect(scope2.figures.find(({ year }) => year === 2022)!.restated).toMatchObject({ id, kind: "factor" });
    expect(scope2.figures.find(({ year }) => year === 2023)!.restated).toBeNull();
    await expect(plans.previewPlan(org.id, planner)).rejects.toMatchObject({ code: "restatement.nothingChanges" });
    await expect(
      plans.previewPlan(org.id, factors.planFactor(org.id, { ...asked, fromYear: 2021 })),
    ).rejects.toMatchObject({ code: "restatement.factorTooLate" });
    await expect(
      plans.previewPlan(org.id, factors.planFactor(org.id, { ...asked, factorCode: "district-heating" })),
    ).rejects.toMatchObject({ code: "access.notFound" });
    await expect(
      plans.previewPlan(org.id, factors.planFactor(org.id, { ...asked, fromYear: 2024, toYear: 2024 })),
    ).rejects.toMatchObject({ code: "restatement.notPublished" });
  });

  it("says anew whom a published figure covers, and marks it though the number stays", async () => {
    const cell = await cellOf("waste", 2022);
    const units = await world.database.orgUnit.findMany({ where: { organisationId: org.id, isRoot: false } });
    const { coverage: now } = await world.database.yearlyValue.findUniqueOrThrow({
      where: { id: cell.id },
      include: { coverage: { orderBy: { orgUnitId: "asc" } } },
    });
    const covered = now.map(({ orgUnitId }) => orgUnitId);
    expect(covered).toHaveLength(4);
    const planner = coverages.planCoverage(org.id, { code: "waste", year: 2022, orgUnits: covered.slice(1) });
    const published = await record();
    const { digest, effects: listed } = await plans.previewPlan(org.id, planner);
    expect(listed[0]).toMatchObject({
      ...{ code: "waste", year: 2022, isMaterial: true },
      beside: { kind: "coverage", before: covered, after: covered.slice(1) },
    });
    const id = await plans.restatePlan(author(), planner, digest);
    expect(await world.database.valueCoverage.count({ where: { valueId: cell.id } })).toBe(3);
    expect(await record(), "what was published stays").toEqual(published);
    const waste = (await viewNow()).kpis.find(({ code }) => code === "waste")!;
    expect(waste.figures.find(({ year }) => year === 2022)!.restated).toMatchObject({
      id,
      kind: "coverage",
      isNumberKept: true,
    });
    const all = { from: null, to: null, year: null, kpi: "waste" };
    const [line] = (await queries.listRestatements(org.id, all, "en"))[0]!.effects;
    const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
    for (const unit of covered) expect(line!.beside!.before).toContain(nameOf.get(unit));
    expect(line!.beside!.after).not.toContain(nameOf.get(covered[0]!));
    const nobody = coverages.planCoverage(org.id, { code: "waste", year: 2022, orgUnits: [] });
    await expect(plans.previewPlan(org.id, nobody)).rejects.toMatchObject({ code: "comparability.nobody" });
  });

  it("judges published years by another target, and lists each judgement that turns", async () => {
    const target = await world.database.target.findFirstOrThrow({
      where: { organisationId: org.id, orgUnitId: null, kind: "atLeast", kpi: { purpose: "indicator" } },
      include: { kpi: true },
    });
    const { year, setInYear, baselineYear } = target;
    const write = (amount: string) => ({
      code: target.kpi.code,
      year,
      target: { kind: "atLeast" as const, year, setInYear: 2023, baselineYear, limit: { amount, scale: 0 } },
    });
    const hard = targets.planTarget(org.id, write("100000"));
    const published = await record();
    const { digest, effects: listed } = await plans.previewPlan(org.id, hard);
    expect(setInYear === null || setInYear <= 2023).toBe(true);
    const [of2023] = listed.filter((effect) => effect.year === 2023);
    expect(of2023).toMatchObject({
      code: target.kpi.code,
      beside: { kind: "target", after: { target: { amount: "100000" } } },
    });
    expect(of2023!.before).toEqual(of2023!.after);
    const id = await plans.restatePlan(author(), hard, digest);
    expect(await record(), "what was published stays").toEqual(published);
    const row = [...(await viewNow()).kpis].find(({ code }) => code === target.kpi.code)!;
    expect(row.target.target?.amount).toBe("100000");
    expect(row.figures.at(-1)!.restated).toMatchObject({ id, kind: "target", isNumberKept: true });
    const none = targets.planTarget(org.id, { ...write("1"), target: null });
    await plans.restatePlan(author(), none, (await plans.previewPlan(org.id, none)).digest);
    expect(await world.database.target.count({ where: { id: target.id } })).toBe(0);
  });

  it("says anew where an org unit hung, for the published years whose tree that changes", async () => {
    const unit = async (code: string) =>
      world.database.orgUnit.findFirstOrThrow({ where: { organisationId: org.id, code } });
    const [ringsted, esbjerg] = [await unit("ringsted"), await unit("esbjerg")];
    const stays = { id: ringsted.id, name: "Ringsted", opensOn: null, closesOn: null, mergedIntoId: null };
    const move = { ...stays, parentId: null, movesOn: null };
    const planned = (change: object) => orgUnits.planOrgUnit(org.id, { ...move, ...change });
    await expect(plans.previewPlan(org.id, planned({}))).rejects.toMatchObject({ code: "restatement.treeStays" });
    await expect(plans.previewPlan(org.id, planned({ closesOn: "2024-03-31" }))).rejects.toMatchObject({
      code: "restatement.treeStays",
    });
    await expect(
      plans.previewPlan(org.id, planned({ parentId: ringsted.id, movesOn: "2022-01-01" })),
    ).rejects.toMatchObject({ code: "setup.belowItself" });
    const published = await record();
    const closed = planned({ closesOn: "2021-12-31" });
    const { digest, effects: listed } = await plans.previewPlan(org.id, closed);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every(({ year }) => year >= 2022)).toBe(true);
    expect(listed.some(({ beside }) => beside?.kind === "coverage")).toBe(true);
    const id = await plans.restatePlan(author(), closed, digest);
    expect(await world.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "orgUnit", orgUnitId: ringsted.id, fromYear: 2022, toYear: 2023 },
      ...{ before: { closesOn: null }, after: { closesOn: "2021-12-31" } },
    });
    expect((await unit("ringsted")).closesOn?.toISOString().slice(0, 10)).toBe("2021-12-31");
    const back = planned({ parentId: esbjerg.id, movesOn: "2022-06-01" });
    await plans.restatePlan(author(), back, (await plans.previewPlan(org.id, back)).digest);
    expect(await record(), "what was published stays").toEqual(published);
  });

  it("writes nothing when the effects are not the ones that were shown", async () => {
    const kept = await state();
    const kpiId = await idOf("water");
    const planner = definitions.planDefinition(org.id, { kpiId, validFromYear: 2022, change: { decimals: 3 } });
    await expect(plans.restatePlan(author(), planner, "0".repeat(64))).rejects.toMatchObject({
      code: "restatement.changedSince",
    });
    expect(await state()).toEqual(kept);
  });
});

describe("twin: without the restatement", () => {
  it("the same save is refused by the database", async () => {
    const { saveValues } = await import("@/lib/value/mutations");
    const cell = await cellOf("heating", 2022);
    const write = { kpiId: cell.kpiId, orgUnitId: org.rootId, year: 2022, ...content("1"), seen: cell.version };
    const block = { organisationId: org.id, actorId: org.actorId, door: "page" as const, cells: [write] };
    expect(await saveValues(world.database, block)).toEqual([{ outcome: "refused", code: "periodClosed" }]);
    const pretended = { ...block, restatementId: "00000000-0000-4000-8000-000000000009" };
    await expect(saveValues(world.database, pretended)).rejects.toThrow(/changes only with a restatement/);
  });

  it("a pin, a coverage, a target and a definition of a published year are refused by the database", async () => {
    const refused = /changes only with a restatement/;
    const cell = await cellOf("waste", 2022);
    const water = await idOf("water");
    const attempts = [
      `INSERT INTO "FactorPin" ("organisationId", year, "factorId", "versionId") SELECT "organisationId", year, "factorId", "versionId" FROM "FactorPin" WHERE year = 2022 LIMIT 1`,
      `DELETE FROM "ValueCoverage" WHERE "valueId" = '${cell.id}'`,
      `UPDATE "Target" SET amount = amount + 1 WHERE kind <> 'reduction' AND "organisationId" = '${org.id}' AND amount IS NOT NULL AND coalesce("setInYear", 0) <= 2023`,
      `UPDATE "KpiVersion" SET decimals = 5 WHERE "kpiId" = '${water}' AND "validFromYear" = 2022`,
    ];
    attempts.push(
      `UPDATE "OrgUnit" SET "closesOn" = '2021-12-31' WHERE "organisationId" = '${org.id}' AND code = 'ringsted'`,
      `INSERT INTO "OrgUnit" ("organisationId", code, name) VALUES ('${org.id}', 'late', 'Late')`,
      `INSERT INTO "OrgUnitPlacement" ("organisationId", "orgUnitId", "parentId", "validFrom") SELECT u."organisationId", u.id, other.id, '2022-06-01' FROM "OrgUnit" u, "OrgUnit" other WHERE u."organisationId" = '${org.id}' AND other."organisationId" = u."organisationId" AND u.code = 'esbjerg' AND other.code = 'aalborg'`,
    );
    for (const sql of attempts) await expect(world.database.$executeRawUnsafe(sql), sql).rejects.toThrow(refused);
  });
});
