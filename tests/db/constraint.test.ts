import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKpi, createOrganisation, createPeriods } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let place: { organisationId: string; orgUnitId: string; kpiId: string };
const actor = "00000000-0000-4000-8000-000000000001";

beforeAll(async () => {
  world = await freshDatabase();
  const { id: organisationId, rootId } = await createOrganisation(world.database, { slug: "example", name: "Example" });
  await createPeriods(world.database, organisationId, [2024]);
  place = {
    organisationId,
    orgUnitId: rootId,
    kpiId: await createKpi(world.database, organisationId, { code: "power" }),
  };
});
afterAll(() => world.close());

const value = (given: object) =>
  world.database.yearlyValue.create({ data: { ...place, year: 2024, updatedBy: actor, ...given } });
const target = (given: object) =>
  world.database.target.create({
    data: { organisationId: place.organisationId, kpiId: place.kpiId, year: 2030, kind: "atLeast", ...given },
  });

describe("the database itself refuses", () => {
  it.each([
    ["a reported value without a figure", { status: "reported" }],
    ["a pending value with a figure", { status: "pending", amount: "1", scale: 0 }],
    ["an emptied cell with a figure", { status: null, amount: "1", scale: 0 }],
    ["a number and a split at once", { status: "reported", amount: "1", men: "40", women: "60", scale: 0 }],
    ["half a split", { status: "reported", men: "40", scale: 0 }],
    ["a split that does not sum to 100", { status: "reported", men: "60", women: "50", scale: 0 }],
    ["a split below zero", { status: "reported", men: "-1", women: "101", scale: 0 }],
    ["a figure without the decimals it was entered with", { status: "reported", amount: "1" }],
    ["counts without a figure", { status: "pending", numerator: "3" }],
    ["a year that cannot be", { year: 12024, status: "pending" }],
  ])("%s", async (_, given) => {
    await expect(value(given)).rejects.toThrow();
    expect(await world.database.yearlyValue.count()).toBe(0);
  });

  it.each([
    ["a limit that is missing", {}],
    ["a split target that does not sum to 100", { kind: "split", men: "40", women: "50" }],
    ["a reduction without its baseline", { kind: "reduction", amount: "5" }],
    ["a baseline after the target", { amount: "5", baselineYear: 2031 }],
  ])("as a target, %s", async (_, given) => {
    await expect(target(given)).rejects.toThrow();
  });

  it("two values of one cell, and two targets of one year", async () => {
    await value({ status: "reported", amount: "1", scale: 0 });
    await expect(value({ status: "pending" })).rejects.toThrow();
    await target({ amount: "5" });
    await expect(target({ amount: "6" })).rejects.toThrow();
  });

  it("a value of one organisation's KPI at another's org unit", async () => {
    const other = await createOrganisation(world.database, { slug: "other", name: "Other" });
    await expect(value({ orgUnitId: other.rootId, status: "pending" })).rejects.toThrow();
  });

  it("a second root, and a goal 18", async () => {
    await expect(
      world.database.orgUnit.create({
        data: { organisationId: place.organisationId, code: "second", name: "Second", isRoot: true },
      }),
    ).rejects.toThrow();
    await expect(
      world.database.pillar.create({
        data: { organisationId: place.organisationId, code: "p", nameDa: "p", nameEn: "p", position: 0, sdgs: [18] },
      }),
    ).rejects.toThrow();
  });
});

describe("the audit trail", () => {
  it("is one chain per organisation, also under ten writers", async () => {
    const entry = () =>
      world.database.auditEntry.create({
        data: { organisationId: place.organisationId, door: "command", action: "test" },
      });
    await Promise.all(Array.from({ length: 40 }, entry));
    const chain = await world.database.auditEntry.findMany({
      where: { organisationId: place.organisationId },
      orderBy: { sequence: "asc" },
    });
    expect(chain.map((link) => Number(link.sequence))).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(chain.slice(1).map((link) => link.previousHash)).toEqual(chain.slice(0, -1).map((link) => link.hash));
    const recomputed = await world.database.$queryRaw<
      { same: boolean }[]
    >`SELECT bool_and(hash = audit_entry_hash("AuditEntry")) AS same FROM "AuditEntry"`;
    expect(recomputed).toEqual([{ same: true }]);
  });

  it("refuses change and deletion", async () => {
    await world.database.auditEntry.create({ data: { door: "command", action: "test" } });
    await expect(world.database.auditEntry.updateMany({ data: { action: "other" } })).rejects.toThrow();
    await expect(world.database.auditEntry.deleteMany()).rejects.toThrow();
  });
});
