import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { getValueHistory } from "@/lib/value/queries";
import { restoreRevision } from "@/lib/value/restoring/mutations";
import { freshDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let close: () => Promise<void>;
let org: Awaited<ReturnType<typeof anOrganisation>>;
let other: Awaited<ReturnType<typeof anOrganisation>>;

beforeAll(async () => {
  ({ database, close } = await freshDatabase());
  org = await anOrganisation(database, "aleris");
  other = await anOrganisation(database, "region");
}, 60_000);
afterAll(() => close());

const by = (door: "page" | "import" = "page") => ({ organisationId: org.organisationId, actorId: org.actorId, door });
const save = (change: Partial<CellWrite>, door: "page" | "import" = "page") =>
  saveValues(database, {
    ...by(door),
    cells: [{ ...emptyContent, kpiId: org.electricity, orgUnitId: org.north, year: 2024, seen: 0, ...change }],
  });
const figure = (amount: string) => ({ status: "reported" as const, amount, scale: amount.split(".")[1]?.length ?? 0 });
const cellOf = (kpiId: string, orgUnitId: string, year = 2024) => ({ kpiId, orgUnitId, year });
const restore = (cell: ReturnType<typeof cellOf>, version: number, seen: number) =>
  restoreRevision(database, by(), cell, { version, seen });
const revisions = (kpiId: string, orgUnitId: string) =>
  database.valueRevision.findMany({ where: { kpiId, orgUnitId, year: 2024 }, orderBy: { version: "asc" } });

describe("undo to an earlier revision", () => {
  it("writes a new revision equal to the old one, with author, time, audit and a new data version", async () => {
    const counts = { numerator: "30", denominator: "400" };
    await save({ ...figure("7.50"), ...counts, comment: "First", source: "Meter" }, "import");
    await save({ ...figure("9"), seen: 1, comment: "Second" });
    await save({ seen: 2, status: "pending", basis: "Waits" });
    const before = await database.organisation.findUniqueOrThrow({ where: { id: org.organisationId } });
    const cell = cellOf(org.electricity, org.north);
    expect(await restore(cell, 1, 3)).toMatchObject({ outcome: "saved", version: 4 });
    const [first, , , fourth] = await revisions(org.electricity, org.north);
    const { id: _a, version: _b, at: _c, door: _d, restores: _e, ...was } = first!;
    const { id: _f, version, at, door, restores, ...is } = fourth!;
    expect(is).toEqual(was);
    expect([version, door, restores]).toEqual([4, "page", 1]);
    expect(at.getTime()).toBeGreaterThan(first!.at.getTime());
    const stored = await database.yearlyValue.findFirstOrThrow({ where: cell });
    expect(stored).toMatchObject({ version: 4, comment: "First", source: "Meter", origin: "imported", scale: 2 });
    expect(stored.numerator?.toFixed()).toBe("30");
    const after = await database.organisation.findUniqueOrThrow({ where: { id: org.organisationId } });
    expect(after.dataVersion).toBe(before.dataVersion + 1n);
    const audit = await database.auditEntry.findFirstOrThrow({
      where: { organisationId: org.organisationId },
      orderBy: { sequence: "desc" },
    });
    expect([audit.action, audit.actorId]).toEqual(["value.restore", org.actorId]);
    const history = await getValueHistory(org.organisationId, cell.kpiId, cell.orgUnitId, 2024);
    expect(history.map((one) => one.restores)).toEqual([1, null, null, null]);
  });

  it("brings back an empty cell, says when nothing would change, and the mark of an example with its figure", async () => {
    const at = { kpiId: org.water, orgUnitId: org.north };
    await save({ ...at, ...figure("5") });
    await save({ ...at, seen: 1 });
    await save({ ...at, ...figure("6"), seen: 2 });
    const cell = cellOf(org.water, org.north);
    expect(await restore(cell, 2, 3)).toMatchObject({ outcome: "saved", version: 4 });
    expect(await database.yearlyValue.findFirstOrThrow({ where: cell })).toMatchObject({ status: null, amount: null });
    expect(await restore(cell, 2, 4)).toMatchObject({ outcome: "unchanged", version: 4 });

    const example = { organisationId: org.organisationId, ...cellOf(org.electricity, org.south), version: 1 };
    const words = { basis: "", comment: "", source: "", origin: "entered" as const, isExample: true };
    const said = { ...example, ...figure("3"), ...words };
    await database.yearlyValue.create({ data: { ...said, updatedBy: org.actorId } });
    await database.valueRevision.create({ data: { ...said, actorId: org.actorId, door: "demo" } });
    await save({ orgUnitId: org.south, ...figure("4"), seen: 1 });
    await restore(cellOf(org.electricity, org.south), 1, 2);
    const [, second, third] = await revisions(org.electricity, org.south);
    expect([second!.isExample, third!.isExample]).toEqual([false, true]);
  });

  it("is a conflict when somebody stored something since, and refused without such a version", async () => {
    const cell = cellOf(org.electricity, org.north);
    const latest = (await revisions(org.electricity, org.north)).length;
    expect(await restore(cell, 2, latest - 1)).toMatchObject({ outcome: "conflict", stored: { version: latest } });
    await expect(restore(cell, 99, latest)).rejects.toMatchObject({ code: "access.notFound" });
    expect(await revisions(org.electricity, org.north)).toHaveLength(latest);
  });

  it("is refused in a year that is closed or published, and writes nothing", async () => {
    const cell = cellOf(org.electricity, org.north);
    const latest = (await revisions(org.electricity, org.north)).length;
    const become = (state: "open" | "closed" | "published") =>
      database.reportingPeriod.updateMany({
        where: { organisationId: org.organisationId, year: 2024 },
        data: { state },
      });
    await become("closed");
    expect(await restore(cell, 2, latest)).toEqual({ outcome: "refused", code: "periodClosed" });
    await become("open");
    expect(await revisions(org.electricity, org.north)).toHaveLength(latest);
    // Twin: with the year open the same act writes.
    expect(await restore(cell, 2, latest)).toMatchObject({ outcome: "saved" });
    // For good: a published year does not open again.
    await become("published");
    expect(await restore(cell, 1, latest + 1)).toEqual({ outcome: "refused", code: "periodClosed" });
    expect(await revisions(org.electricity, org.north)).toHaveLength(latest + 1);
  });

  it("does not reach another organisation's revisions", async () => {
    const foreign = { organisationId: other.organisationId, actorId: other.actorId, door: "page" as const };
    await expect(
      restoreRevision(database, foreign, cellOf(org.electricity, org.north), { version: 1, seen: 1 }),
    ).rejects.toMatchObject({ code: "access.notFound" });
  });

  it("cannot name a later revision as the one it restores: the database refuses", async () => {
    const [first] = await revisions(org.electricity, org.north);
    const { id: _, ...row } = first!;
    await expect(database.valueRevision.create({ data: { ...row, version: 50, restores: 50 } })).rejects.toThrow(
      /ValueRevision_restores_earlier/,
    );
  });
});
