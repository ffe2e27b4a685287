import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKpi, createOrganisation, createPeriods } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";

let made: TestDatabase;
let owner: pg.Client;
const actor = "00000000-0000-4000-8000-000000000001";
let serial = 0;

beforeAll(async () => {
  made = await freshDatabase();
  owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await made.close();
});

/** A KPI and an org unit nothing else hangs on, of an organisation of their own. */
async function place() {
  const slug = `place-${++serial}`;
  const { id: organisationId } = await createOrganisation(made.database, { slug, name: slug });
  await createPeriods(made.database, organisationId, [2024]);
  const kpiId = (await made.database.kpi.create({ data: { organisationId, code: "bare", position: 0 } })).id;
  const orgUnitId = (await made.database.orgUnit.create({ data: { organisationId, code: "bare", name: "Bare" } })).id;
  return { organisationId, kpiId, orgUnitId };
}
type Place = Awaited<ReturnType<typeof place>>;
const INSERT = `INSERT INTO "YearlyValue" ("organisationId", "kpiId", "orgUnitId", year, status, "updatedBy") VALUES ($1, $2, $3, 2024, 'pending', $4)`;
const store = (client: Pick<pg.Client, "query">, { organisationId, kpiId, orgUnitId }: Place) =>
  client.query(INSERT, [organisationId, kpiId, orgUnitId, actor]);
const refused = { code: "23503" };

describe("a value has its KPI and its org unit, as by a foreign key", () => {
  it("is refused for those of another organisation and for none, also among others that are right", async () => {
    const [own, other] = [await place(), await place()];
    const nobody = "00000000-0000-4000-8000-00000000dead";
    for (const wrong of [{ kpiId: other.kpiId }, { orgUnitId: other.orgUnitId }, { kpiId: nobody }])
      await expect(store(owner, { ...own, ...wrong })).rejects.toMatchObject(refused);
    const second = await createKpi(made.database, own.organisationId, { code: "second" });
    await expect(
      owner.query(`${INSERT}, ($1, $5, $6, 2024, 'pending', $4)`, [
        own.organisationId,
        own.kpiId,
        own.orgUnitId,
        actor,
        second,
        other.orgUnitId,
      ]),
    ).rejects.toMatchObject(refused);
    expect(await made.database.yearlyValue.count({ where: { organisationId: own.organisationId } })).toBe(0);
    await store(owner, own);
  });

  it("stays where it is", async () => {
    const [own, other] = [await place(), await place()];
    await store(owner, own);
    await expect(
      owner.query(`UPDATE "YearlyValue" SET "orgUnitId" = $2 WHERE "kpiId" = $1`, [own.kpiId, other.orgUnitId]),
    ).rejects.toThrow(/append-only/);
  });

  it.each([
    ["Kpi", "kpiId"],
    ["OrgUnit", "orgUnitId"],
  ] as const)("keeps its %s from being deleted or given to others", async (table, column) => {
    const [own, other] = [await place(), await place()];
    await store(owner, own);
    await expect(owner.query(`DELETE FROM "${table}" WHERE id = $1`, [own[column]])).rejects.toMatchObject(refused);
    await expect(
      owner.query(`UPDATE "${table}" SET id = gen_random_uuid() WHERE id = $1`, [own[column]]),
    ).rejects.toThrow();
    await owner.query(`DELETE FROM "${table}" WHERE id = $1`, [other[column]]);
  });

  it.each([
    ["Kpi", "kpiId"],
    ["OrgUnit", "orgUnitId"],
  ] as const)(
    "whoever comes second waits for the first, and then there is no value without its %s",
    async (table, column) => {
      const second = new pg.Client({ connectionString: made.ownerUrl });
      await second.connect();
      try {
        // Stored first: the deletion waits, and is refused.
        const stored = await place();
        await owner.query("BEGIN");
        await store(owner, stored);
        const deletion = second.query(`DELETE FROM "${table}" WHERE id = $1`, [stored[column]]).catch((error) => error);
        await waiting(second);
        await owner.query("COMMIT");
        expect(await deletion).toMatchObject(refused);
        // Deleted first: the value waits, and is refused.
        const gone = await place();
        await owner.query("BEGIN");
        await owner.query(`DELETE FROM "${table}" WHERE id = $1`, [gone[column]]);
        const late = store(second, gone).catch((error) => error);
        await waiting(second);
        await owner.query("COMMIT");
        expect(await late).toMatchObject(refused);
      } finally {
        await second.end();
      }
    },
  );

  it("twin: without the trigger all of it goes through, and is noticed", async () => {
    const [own, other] = [await place(), await place()];
    await owner.query("BEGIN");
    await owner.query(`ALTER TABLE "YearlyValue" DISABLE TRIGGER has_kpi_and_org_unit`);
    await expect(store(owner, { ...own, orgUnitId: other.orgUnitId })).resolves.toMatchObject({ rowCount: 1 });
    await owner.query("ROLLBACK");
  });
});

/** Until the connection waits for a lock of the other. */
async function waiting(client: pg.Client): Promise<void> {
  const { processID } = client as unknown as { processID: number };
  for (;;) {
    const { rowCount } = await owner.query(`SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'`, [
      processID,
    ]);
    if (rowCount) return;
  }
}
