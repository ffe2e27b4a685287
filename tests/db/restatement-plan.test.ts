import { describe, expect, it } from "vitest";
import * as coverages from "@/lib/restatement/coverage/mutations";
import * as definitions from "@/lib/restatement/definition/mutations";
import * as factors from "@/lib/restatement/factor/mutations";
import * as orgUnits from "@/lib/restatement/org-unit/mutations";
import * as plans from "@/lib/restatement/plan/mutations";
import * as queries from "@/lib/restatement/queries";
import * as targets from "@/lib/restatement/target/mutations";
import { figuresOf, restatementWorld } from "./restatement-world";

const aleris = restatementWorld();

describe("restating a formula of published years", () => {
  it("changes the definition with its effects, and every dependant is listed", async () => {
    const kpi = await aleris.database.kpi.findFirstOrThrow({
      where: { organisationId: aleris.id, code: "scope1-intensity" },
      include: { versions: { orderBy: { validFromYear: "asc" } } },
    });
    const [version] = kpi.versions;
    const ratio = { kind: "ratio" as const, numerator: "scope1", denominator: "fte" };
    const write = { kpiId: kpi.id, validFromYear: version!.validFromYear, change: { formula: ratio } };
    const published = await aleris.record();
    const planner = definitions.planDefinition(aleris.id, write);
    const { digest, effects: listed } = await plans.previewPlan(aleris.id, planner);
    expect(new Set(listed.map(({ code }) => code))).toEqual(new Set(["scope1-intensity"]));
    const id = await plans.restatePlan(aleris.author(), planner, digest);
    expect(await aleris.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "definition", kpiId: kpi.id, fromYear: 2019, toYear: 2023 },
      after: { formula: { denominator: "fte" } },
    });
    expect(await aleris.record()).toEqual(published);
    await expect(plans.previewPlan(aleris.id, planner)).rejects.toMatchObject({ code: "restatement.nothingChanges" });
  });

  it("begins a new definition within published years, and marks the years though the numbers stay", async () => {
    const kpiId = await aleris.idOf("water");
    const change = { definitionDa: "Vand fra måler.", definitionEn: "Water by meter." };
    const planner = definitions.planDefinition(aleris.id, { kpiId, validFromYear: 2022, change });
    const { digest, effects: listed } = await plans.previewPlan(aleris.id, planner);
    expect(listed.map(({ year }) => year)).toContain(2022);
    for (const one of listed)
      expect(one).toMatchObject({
        code: "water",
        orgUnitId: aleris.rootId,
        beside: { kind: "definition" },
        isMaterial: false,
      });
    await plans.restatePlan(aleris.author(), planner, digest);
    const versions = await aleris.database.kpiVersion.findMany({ where: { kpiId }, orderBy: { validFromYear: "asc" } });
    expect(
      versions.map(({ validFromYear, definitionEn }) => [validFromYear, definitionEn === change.definitionEn]),
    ).toEqual(expect.arrayContaining([[2022, true]]));
    expect(versions[0]!.definitionEn).not.toBe(change.definitionEn);
    const figure = (await aleris.viewNow()).kpis
      .find(({ code }) => code === "water")!
      .figures.find(({ year }) => year === 2022);
    expect(figure?.restated).toMatchObject({ kind: "definition", isNumberKept: true });
  });
});

describe("restating what is not a number", () => {
  it("lets a published year keep another version of a factor: every figure that follows is listed, and only then pinned", async () => {
    const factor = await aleris.database.emissionFactor.findFirstOrThrow({
      where: { organisationId: aleris.id, code: "electricity-location" },
      include: { versions: { orderBy: { version: "desc" } } },
    });
    const { id: _, addedAt: __, value, ...newest } = factor.versions[0]!;
    const added = await aleris.database.emissionFactorVersion.create({
      data: { ...newest, value: value.mul("1.1"), version: newest.version + 1, validFromYear: 2022, source: "Rettet" },
    });
    const asked = { factorCode: factor.code, versionId: added.id, fromYear: 2022, toYear: 2022 };
    const planner = factors.planFactor(aleris.id, asked);
    const [kept, published, before] = [await aleris.state(), await aleris.record(), await aleris.viewNow()];
    const { digest, effects: listed } = await plans.previewPlan(aleris.id, planner);
    expect(await aleris.state(), "a preview writes nothing").toEqual(kept);
    expect(listed[0]).toMatchObject({ code: "scope2-location", year: 2022 });
    expect(listed.every(({ year }) => year === 2022)).toBe(true);
    const id = await plans.restatePlan(aleris.author(), planner, digest);
    const after = await aleris.viewNow();
    const [was, is] = [figuresOf(before), figuresOf(after)];
    const different = [...is.keys()].filter((at) => JSON.stringify(is.get(at)) !== JSON.stringify(was.get(at)));
    expect(different).toContain("scope2-location 2022");
    expect(listed.map(({ code, year }) => `${code} ${year}`)).toEqual(expect.arrayContaining(different));
    expect(await aleris.record(), "what was published stays").toEqual(published);
    expect(await aleris.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "factor", kpiId: null, factorCode: factor.code, fromYear: 2022, toYear: 2022 },
      after: { version: added.version },
    });
    const scope2 = after.kpis.find(({ code }) => code === "scope2-location")!;
    expect(scope2.figures.find(({ year }) => year === 2022)!.restated).toMatchObject({ id, kind: "factor" });
    expect(scope2.figures.find(({ year }) => year === 2023)!.restated).toBeNull();
    await expect(plans.previewPlan(aleris.id, planner)).rejects.toMatchObject({ code: "restatement.nothingChanges" });
    await expect(
      plans.previewPlan(aleris.id, factors.planFactor(aleris.id, { ...asked, fromYear: 2021 })),
    ).rejects.toMatchObject({ code: "restatement.factorTooLate" });
    await expect(
      plans.previewPlan(aleris.id, factors.planFactor(aleris.id, { ...asked, factorCode: "district-heating" })),
    ).rejects.toMatchObject({ code: "access.notFound" });
    await expect(
      plans.previewPlan(aleris.id, factors.planFactor(aleris.id, { ...asked, fromYear: 2024, toYear: 2024 })),
    ).rejects.toMatchObject({ code: "restatement.notPublished" });
  });

  it("says anew whom a published figure covers, and marks it though the number stays", async () => {
    const { kpiId, orgUnitId: rootId, year } = await aleris.cellOf("waste", 2022);
    const units = await aleris.database.orgUnit.findMany({ where: { organisationId: aleris.id, isRoot: false } });
    const covering = { kpiId, rootId, year };
    const now = await aleris.database.valueCoverage.findMany({ where: covering, orderBy: { orgUnitId: "asc" } });
    const covered = now.map(({ orgUnitId }) => orgUnitId);
    expect(covered).toHaveLength(4);
    const planner = coverages.planCoverage(aleris.id, { code: "waste", year: 2022, orgUnits: covered.slice(1) });
    const published = await aleris.record();
    const { digest, effects: listed } = await plans.previewPlan(aleris.id, planner);
    expect(listed[0]).toMatchObject({
      ...{ code: "waste", year: 2022, isMaterial: true },
      beside: { kind: "coverage", before: covered, after: covered.slice(1) },
    });
    const id = await plans.restatePlan(aleris.author(), planner, digest);
    expect(await aleris.database.valueCoverage.count({ where: covering })).toBe(3);
    expect(await aleris.record(), "what was published stays").toEqual(published);
    const waste = (await aleris.viewNow()).kpis.find(({ code }) => code === "waste")!;
    expect(waste.figures.find(({ year }) => year === 2022)!.restated).toMatchObject({
      id,
      kind: "coverage",
      isNumberKept: true,
    });
    const all = { from: null, to: null, year: null, kpi: "waste" };
    const [line] = (await queries.listRestatements(aleris.id, all, "en"))[0]!.effects;
    const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
    for (const unit of covered) expect(line!.beside!.before).toContain(nameOf.get(unit));
    expect(line!.beside!.after).not.toContain(nameOf.get(covered[0]!));
    const nobody = coverages.planCoverage(aleris.id, { code: "waste", year: 2022, orgUnits: [] });
    await expect(plans.previewPlan(aleris.id, nobody)).rejects.toMatchObject({ code: "comparability.nobody" });
  });

  it("judges published years by another target, and lists each judgement that turns", async () => {
    const target = await aleris.database.target.findFirstOrThrow({
      where: { organisationId: aleris.id, orgUnitId: null, kind: "atLeast", kpi: { purpose: "indicator" } },
      include: { kpi: true },
    });
    const { year, setInYear, baselineYear } = target;
    const write = (amount: string) => ({
      code: target.kpi.code,
      year,
      target: { kind: "atLeast" as const, year, setInYear: 2023, baselineYear, limit: { amount, scale: 0 } },
    });
    const hard = targets.planTarget(aleris.id, write("100000"));
    const published = await aleris.record();
    const { digest, effects: listed } = await plans.previewPlan(aleris.id, hard);
    expect(setInYear === null || setInYear <= 2023).toBe(true);
    const [of2023] = listed.filter((effect) => effect.year === 2023);
    expect(of2023).toMatchObject({
      code: target.kpi.code,
      beside: { kind: "target", after: { target: { amount: "100000" } } },
    });
    expect(of2023!.before).toEqual(of2023!.after);
    const id = await plans.restatePlan(aleris.author(), hard, digest);
    expect(await aleris.record(), "what was published stays").toEqual(published);
    const row = [...(await aleris.viewNow()).kpis].find(({ code }) => code === target.kpi.code)!;
    expect(row.target.target?.amount).toBe("100000");
    expect(row.figures.at(-1)!.restated).toMatchObject({ id, kind: "target", isNumberKept: true });
    const none = targets.planTarget(aleris.id, { ...write("1"), target: null });
    await plans.restatePlan(aleris.author(), none, (await plans.previewPlan(aleris.id, none)).digest);
    expect(await aleris.database.target.count({ where: { id: target.id } })).toBe(0);
  });

  it("says anew where an org unit hung, for the published years whose tree that changes", async () => {
    const unit = async (code: string) =>
      aleris.database.orgUnit.findFirstOrThrow({ where: { organisationId: aleris.id, code } });
    const [ringsted, esbjerg] = [await unit("ringsted"), await unit("esbjerg")];
    const stays = { id: ringsted.id, name: "Ringsted", opensOn: null, closesOn: null, mergedIntoId: null };
    const move = { ...stays, parentId: null, movesOn: null };
    const planned = (change: object) => orgUnits.planOrgUnit(aleris.id, { ...move, ...change });
    await expect(plans.previewPlan(aleris.id, planned({}))).rejects.toMatchObject({ code: "restatement.treeStays" });
    await expect(plans.previewPlan(aleris.id, planned({ closesOn: "2024-03-31" }))).rejects.toMatchObject({
      code: "restatement.treeStays",
    });
    await expect(
      plans.previewPlan(aleris.id, planned({ parentId: ringsted.id, movesOn: "2022-01-01" })),
    ).rejects.toMatchObject({ code: "setup.belowItself" });
    const published = await aleris.record();
    const closed = planned({ closesOn: "2021-12-31" });
    const { digest, effects: listed } = await plans.previewPlan(aleris.id, closed);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every(({ year }) => year >= 2022)).toBe(true);
    expect(listed.some(({ beside }) => beside?.kind === "coverage")).toBe(true);
    const id = await plans.restatePlan(aleris.author(), closed, digest);
    expect(await aleris.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "orgUnit", orgUnitId: ringsted.id, fromYear: 2022, toYear: 2023 },
      ...{ before: { closesOn: null }, after: { closesOn: "2021-12-31" } },
    });
    expect((await unit("ringsted")).closesOn?.toISOString().slice(0, 10)).toBe("2021-12-31");
    const back = planned({ parentId: esbjerg.id, movesOn: "2022-06-01" });
    await plans.restatePlan(aleris.author(), back, (await plans.previewPlan(aleris.id, back)).digest);
    expect(await aleris.record(), "what was published stays").toEqual(published);
  });

  it("writes nothing when the effects are not the ones that were shown", async () => {
    const kept = await aleris.state();
    const kpiId = await aleris.idOf("water");
    const planner = definitions.planDefinition(aleris.id, { kpiId, validFromYear: 2022, change: { decimals: 3 } });
    await expect(plans.restatePlan(aleris.author(), planner, "0".repeat(64))).rejects.toMatchObject({
      code: "restatement.changedSince",
    });
    expect(await aleris.state()).toEqual(kept);
  });
});

describe("twin: without the restatement", () => {
  it("a pin, a coverage, a target and a definition of a published year are refused by the database", async () => {
    const refused = /changes only with a restatement/;
    const cell = await aleris.cellOf("waste", 2022);
    const water = await aleris.idOf("water");
    const attempts = [
      `INSERT INTO "FactorPin" ("organisationId", year, "factorId", "versionId") SELECT "organisationId", year, "factorId", "versionId" FROM "FactorPin" WHERE year = 2022 LIMIT 1`,
      `DELETE FROM "ValueCoverage" WHERE "kpiId" = '${cell.kpiId}' AND year = 2022`,
      `UPDATE "Target" SET amount = amount + 1 WHERE kind <> 'reduction' AND "organisationId" = '${aleris.id}' AND amount IS NOT NULL AND coalesce("setInYear", 0) <= 2023`,
      `UPDATE "KpiVersion" SET decimals = 5 WHERE "kpiId" = '${water}' AND "validFromYear" = 2022`,
    ];
    attempts.push(
      `UPDATE "OrgUnit" SET "closesOn" = '2021-12-31' WHERE "organisationId" = '${aleris.id}' AND code = 'ringsted'`,
      `INSERT INTO "OrgUnit" ("organisationId", code, name) VALUES ('${aleris.id}', 'late', 'Late')`,
      `INSERT INTO "OrgUnitPlacement" ("organisationId", "orgUnitId", "parentId", "validFrom") SELECT u."organisationId", u.id, other.id, '2022-06-01' FROM "OrgUnit" u, "OrgUnit" other WHERE u."organisationId" = '${aleris.id}' AND other."organisationId" = u."organisationId" AND u.code = 'esbjerg' AND other.code = 'aalborg'`,
    );
    for (const sql of attempts) await expect(aleris.database.$executeRawUnsafe(sql), sql).rejects.toThrow(refused);
  });
});
