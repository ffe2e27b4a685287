import { describe, expect, it } from "vitest";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { getValueHistory } from "@/lib/value/queries";
import { restoreRevision } from "@/lib/value/restoring/mutations";
import { twoOrganisations } from "./two-organisations";

const here = twoOrganisations();

const by = (door: "page" | "import" = "page") => ({
  organisationId: here.aleris.organisationId,
  actorId: here.aleris.actorId,
  door,
});
const save = (change: Partial<CellWrite>, door: "page" | "import" = "page") =>
  saveValues(here.database, {
    ...by(door),
    cells: [
      { ...emptyContent, kpiId: here.aleris.electricity, orgUnitId: here.aleris.north, year: 2024, seen: 0, ...change },
    ],
  });
const figure = (amount: string) => ({ status: "reported" as const, amount, scale: amount.split(".")[1]?.length ?? 0 });
const cellOf = (kpiId: string, orgUnitId: string, year = 2024) => ({ kpiId, orgUnitId, year });
const restore = (cell: ReturnType<typeof cellOf>, version: number, seen: number) =>
  restoreRevision(here.database, by(), cell, { version, seen });
const revisions = (kpiId: string, orgUnitId: string) =>
  here.database.valueRevision.findMany({ where: { kpiId, orgUnitId, year: 2024 }, orderBy: { version: "asc" } });

describe("undo to an earlier revision", () => {
  it("writes a new revision equal to the old one, with author, time, audit and a new data version", async () => {
    const counts = { numerator: "30", denominator: "400" };
    await save({ ...figure("7.50"), ...counts, comment: "First", source: "Meter" }, "import");
    await save({ ...figure("9"), seen: 1, comment: "Second" });
    await save({ seen: 2, status: "pending", basis: "Waits" });
    const before = await here.database.organisation.findUniqueOrThrow({ where: { id: here.aleris.organisationId } });
    const cell = cellOf(here.aleris.electricity, here.aleris.north);
    expect(await restore(cell, 1, 3)).toMatchObject({ outcome: "saved", version: 4 });
    const [first, , , fourth] = await revisions(here.aleris.electricity, here.aleris.north);
    const { version: _a, at: _b, door: _c, restores: _d, ...was } = first!;
    const { version, at, door, restores, ...is } = fourth!;
    expect(is).toEqual(was);
    expect([version, door, restores]).toEqual([4, "page", 1]);
    expect(at.getTime()).toBeGreaterThan(first!.at.getTime());
    const stored = await here.database.yearlyValue.findFirstOrThrow({ where: cell });
    expect(stored).toMatchObject({ version: 4, comment: "First", source: "Meter", origin: "imported", scale: 2 });
    expect(stored.numerator?.toFixed()).toBe("30");
    const after = await here.database.organisation.findUniqueOrThrow({ where: { id: here.aleris.organisationId } });
    expect(after.dataVersion).toBe(before.dataVersion + 1n);
    const audit = await here.database.auditEntry.findFirstOrThrow({
      where: { organisationId: here.aleris.organisationId },
      orderBy: { sequence: "desc" },
    });
    expect([audit.action, audit.actorId]).toEqual(["value.restore", here.aleris.actorId]);
    const history = await getValueHistory(here.aleris.organisationId, cell.kpiId, cell.orgUnitId, 2024);
    expect(history.map((one) => one.restores)).toEqual([1, null, null, null]);
  });

  it("brings back an empty cell, says when nothing would change, and the mark of an example with its figure", async () => {
    const at = { kpiId: here.aleris.water, orgUnitId: here.aleris.north };
    await save({ ...at, ...figure("5") });
    await save({ ...at, seen: 1 });
    await save({ ...at, ...figure("6"), seen: 2 });
    const cell = cellOf(here.aleris.water, here.aleris.north);
    expect(await restore(cell, 2, 3)).toMatchObject({ outcome: "saved", version: 4 });
    expect(await here.database.yearlyValue.findFirstOrThrow({ where: cell })).toMatchObject({
      status: null,
      amount: null,
    });
    expect(await restore(cell, 2, 4)).toMatchObject({ outcome: "unchanged", version: 4 });

    const example = {
      organisationId: here.aleris.organisationId,
      ...cellOf(here.aleris.electricity, here.aleris.south),
      version: 1,
    };
    const words = { basis: "", comment: "", source: "", origin: "entered" as const, isExample: true };
    const said = { ...example, ...figure("3"), ...words };
    await here.database.yearlyValue.create({ data: { ...said, updatedBy: here.aleris.actorId } });
    await here.database.valueRevision.create({ data: { ...said, actorId: here.aleris.actorId, door: "demo" } });
    await save({ orgUnitId: here.aleris.south, ...figure("4"), seen: 1 });
    await restore(cellOf(here.aleris.electricity, here.aleris.south), 1, 2);
    const [, second, third] = await revisions(here.aleris.electricity, here.aleris.south);
    expect([second!.isExample, third!.isExample]).toEqual([false, true]);
  });

  it("is a conflict when somebody stored something since, and refused without such a version", async () => {
    const cell = cellOf(here.aleris.electricity, here.aleris.north);
    const latest = (await revisions(here.aleris.electricity, here.aleris.north)).length;
    expect(await restore(cell, 2, latest - 1)).toMatchObject({ outcome: "conflict", stored: { version: latest } });
    await expect(restore(cell, 99, latest)).rejects.toMatchObject({ code: "access.notFound" });
    expect(await revisions(here.aleris.electricity, here.aleris.north)).toHaveLength(latest);
  });

  it("is refused in a year that is closed or published, and writes nothing", async () => {
    const cell = cellOf(here.aleris.electricity, here.aleris.north);
    const latest = (await revisions(here.aleris.electricity, here.aleris.north)).length;
    const become = (state: "open" | "closed" | "published") =>
      here.database.reportingPeriod.updateMany({
        where: { organisationId: here.aleris.organisationId, year: 2024 },
        data: { state },
      });
    await become("closed");
    expect(await restore(cell, 2, latest)).toEqual({ outcome: "refused", code: "periodClosed" });
    await become("open");
    expect(await revisions(here.aleris.electricity, here.aleris.north)).toHaveLength(latest);
    // Twin: with the year open the same act writes.
    expect(await restore(cell, 2, latest)).toMatchObject({ outcome: "saved" });
    // For good: a published year does not open again.
    await become("published");
    expect(await restore(cell, 1, latest + 1)).toEqual({ outcome: "refused", code: "periodClosed" });
    expect(await revisions(here.aleris.electricity, here.aleris.north)).toHaveLength(latest + 1);
  });

  it("does not reach another organisation's revisions", async () => {
    const foreign = { organisationId: here.region.organisationId, actorId: here.region.actorId, door: "page" as const };
    await expect(
      restoreRevision(here.database, foreign, cellOf(here.aleris.electricity, here.aleris.north), {
        version: 1,
        seen: 1,
      }),
    ).rejects.toMatchObject({ code: "access.notFound" });
  });

  it("cannot name a later revision as the one it restores: the database refuses", async () => {
    const [first] = await revisions(here.aleris.electricity, here.aleris.north);
    await expect(
      here.database.valueRevision.create({ data: { ...first!, version: 50, restores: 50 } }),
    ).rejects.toThrow(/ValueRevision_restores_earlier/);
  });
});
