import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figuresOf, loadFacts } from "@/lib/evaluation/queries";
import { valueChanges } from "@/lib/evaluation/values/queries";
import { round } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";
import { publishYear } from "@/lib/publication/record/mutations";
import { createKpi, createOrganisation, createOrgUnits, createPeriods, recordValues } from "@/prisma/demo/factory";
import { sayOfAll } from "@/prisma/demo/approval-factory";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let organisationId: string;
let rootId: string;
let [a, b] = ["", ""];
let power: string;
const by = { actorId: "00000000-0000-4000-8000-000000000001", at: new Date("2024-03-01T08:00:00Z") };

beforeAll(async () => {
  world = await freshDatabase();
  ({ id: organisationId, rootId } = await createOrganisation(world.database, { slug: "figures", name: "Figures" }));
  const units = await createOrgUnits(world.database, organisationId, ["a", "b"]);
  [a, b] = [units.get("a")!, units.get("b")!];
  await createPeriods(world.database, organisationId, [2022, 2023]);
  power = await createKpi(world.database, organisationId, { code: "power" }, [
    { collectionLevel: "orgUnit", consolidation: "sum", unitOfMeasure: "MWh" },
  ]);
  await recordValues(world.database, organisationId, by, [
    { kpiId: power, orgUnitId: a, year: 2022, figure: "1.50", source: "Måler\n2" },
    { kpiId: power, orgUnitId: b, year: 2022, figure: "999999999999999999.000001" },
    { kpiId: power, orgUnitId: a, year: 2023, status: "pending", basis: "venter", isExample: true },
  ]);
});
afterAll(() => world.close());

const counts = async () => Object.fromEntries(await valueChanges(organisationId));
const raised = async () => {
  const { dataVersion } = await world.database.organisation.update({
    where: { id: organisationId },
    data: { dataVersion: { increment: 1 } },
  });
  return String(dataVersion);
};
const total = async (year: number) => {
  const { evaluate } = await figuresOf(organisationId, await raised(), 2023);
  const { quantity } = evaluate("power", rootId, year);
  return quantity && round(measure(quantity), 6);
};

describe("the figures of a year", () => {
  it("are read exactly as they were stored", async () => {
    const { facts } = await loadFacts(organisationId, { from: 2022, to: 2023 });
    expect(facts.stored("power", a, 2022)).toMatchObject({ status: "reported", scale: 2, source: "Måler\n2" });
    expect(facts.stored("power", a, 2023)).toMatchObject({
      status: "pending",
      quantity: null,
      basis: "venter",
      isExample: true,
    });
    expect(facts.stored("power", b, 2023)).toBeNull();
    expect(await total(2022)).toBe("1000000000000000000.500001");
  });

  it("are read again only when a value of that year, or its coverage, changed", async () => {
    const before = await counts();
    await world.database.yearlyValue.updateMany({ where: { orgUnitId: b, year: 2022 }, data: { amount: "2" } });
    expect(await counts()).toEqual({ ...before, 2022: String(Number(before[2022]) + 1) });
    expect(await total(2022)).toBe("3.500000");
    const { kpiId } = await world.database.yearlyValue.findFirstOrThrow({ where: { orgUnitId: a, year: 2023 } });
    const value = { organisationId, kpiId, rootId: a, year: 2023 };
    await world.database.valueCoverage.create({ data: { ...value, orgUnitId: a } });
    expect((await counts())[2023]).toBe(String(Number(before[2023]) + 1));
  });

  it("are evaluated once for as long as nothing they follow from changes", async () => {
    const one = await figuresOf(organisationId, await raised(), 2023);
    const other = await figuresOf(organisationId, await raised(), 2023);
    expect(other.evaluate("power", rootId, 2022)).toBe(one.evaluate("power", rootId, 2022));
    await world.database.kpiVersion.updateMany({ where: { kpiId: power }, data: { consolidation: "none" } });
    expect(await total(2022)).toBeNull();
    await world.database.kpiVersion.updateMany({ where: { kpiId: power }, data: { consolidation: "sum" } });
    expect(await total(2022)).toBe("3.500000");
  });

  it("never make writers wait for each other", async () => {
    const before = Number((await counts())[2022]);
    await world.database.$transaction(async (first) => {
      await first.yearlyValue.updateMany({ where: { orgUnitId: a, year: 2022 }, data: { comment: "1" } });
      // Another writer of the same year goes ahead while the first is not done.
      await world.database.yearlyValue.updateMany({ where: { orgUnitId: b, year: 2022 }, data: { comment: "2" } });
      expect((await counts())[2022]).toBe(String(before + 1));
    });
    expect((await counts())[2022]).toBe(String(before + 2));
  });
});

describe("emission factors", () => {
  const add = (factorId: string, version: number, validFromYear: number, value: string) =>
    world.database.emissionFactorVersion.create({
      data: {
        organisationId,
        factorId,
        version,
        validFromYear,
        value,
        scale: 0,
        unitIn: "MWh",
        unitOut: "kg",
        source: "test",
        retrievedOn: new Date("2024-01-01"),
        addedBy: by.actorId,
      },
    });

  it("a published year keeps the version it was published with; an open one follows the newest", async () => {
    const factor = await world.database.emissionFactor.create({
      data: { organisationId, code: "grid", activityDa: "El", activityEn: "Electricity", scope: 2, region: "DK" },
    });
    await createKpi(world.database, organisationId, { code: "emission" }, [
      { unitOfMeasure: "kg", formula: { kind: "expression", text: 'power * factor("grid")' } },
    ]);
    await add(factor.id, 1, 2022, "100");
    const emission = async () => {
      const { evaluate } = await figuresOf(organisationId, await raised(), 2023);
      const { quantity, factors } = evaluate("emission", rootId, 2022);
      return [quantity && round(measure(quantity), 0), factors.map(({ version, isPinned }) => [version, isPinned])];
    };
    expect(await emission()).toEqual(["350", [[1, false]]]);
    await add(factor.id, 2, 2022, "200");
    expect(await emission()).toEqual(["700", [[2, false]]]);
    const where = { organisationId_year: { organisationId, year: 2022 } };
    await world.database.reportingPeriod.update({ where, data: { state: "closed" } });
    await sayOfAll(world.database, organisationId, { actorId: by.actorId, at: new Date() }, "approved", { year: 2022 });
    await world.database.$transaction((tx) =>
      publishYear(tx, { organisationId, year: 2022, actorId: by.actorId, door: "demo" }),
    );
    await add(factor.id, 3, 2022, "300");
    expect(await emission()).toEqual(["700", [[2, true]]]);
    const newest = await world.database.emissionFactorVersion.findFirstOrThrow({ where: { version: 3 } });
    await expect(
      world.database
        .$executeRaw`INSERT INTO "FactorPin" ("organisationId", year, "factorId", "versionId") VALUES (${organisationId}::uuid, 2022, ${factor.id}::uuid, ${newest.id}::uuid)`,
    ).rejects.toThrow(/only with a restatement/);
    const { versionId } = await world.database.factorPin.findFirstOrThrow({ where: { organisationId, year: 2022 } });
    await expect(world.database.factorPin.deleteMany({ where: { versionId } })).rejects.toThrow();
    await expect(
      world.database.emissionFactorVersion.updateMany({ where: { factorId: factor.id }, data: { value: "1" } }),
    ).rejects.toThrow();
  });
});
