import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chainFollower } from "@/lib/audit/chain/model";
import { chainLinks } from "@/lib/audit/chain/queries";
import { faultLine } from "@/lib/audit/digest/model";
import { digestFaults } from "@/lib/audit/digest/queries";
import { sayVerdict } from "@/lib/approval/mutations";
import { withClient } from "@/lib/database/connection";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let world: TestDatabase;
let ours: Awaited<ReturnType<typeof anOrganisation>>;
beforeAll(async () => {
  world = await freshDatabase();
  ours = await anOrganisation(world.database, "aleris");
  const save = (seen: number, amount: string, orgUnits: string[]) =>
    saveValues(world.database, {
      organisationId: ours.organisationId,
      actorId: ours.actorId,
      door: "page",
      cells: orgUnits.map((orgUnitId) => ({
        ...emptyContent,
        kpiId: ours.electricity,
        orgUnitId,
        year: 2024,
        seen,
        status: "reported" as const,
        amount,
        scale: 0,
      })),
    });
  await save(0, "5", [ours.north, ours.south]);
  await save(1, "7", [ours.north]);
  const scope = { orgUnitId: null, pillarCode: null, seenAt: "2100-01-01T00:00:00Z" };
  const { organisationId, actorId } = ours;
  await sayVerdict(world.database, {
    ...{ organisationId, actorId, door: "page", reach: null, year: 2024, verdict: "submitted", comment: "" },
    of: { scope },
  });
});
afterAll(() => world.close());

/** What the verification says while `tampering` is done to the database, by its owner and past every trigger; nothing of it stays. */
async function whenTampered(table: string, tampering: string): Promise<string[]> {
  return withClient(world.ownerUrl, async (owner) => {
    await owner.query("BEGIN");
    await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`);
    const { rowCount } = await owner.query(tampering);
    expect(rowCount).toBeGreaterThan(0);
    const faults: string[] = [];
    for await (const fault of digestFaults(owner, ours.organisationId)) faults.push(faultLine(fault));
    await owner.query("ROLLBACK");
    return faults;
  });
}

describe("the digests of the audit trail", () => {
  it("are those of the rows they were made of", async () => {
    const faults = await withClient(world.ownerUrl, async (owner) => {
      const found: string[] = [];
      for await (const fault of digestFaults(owner, ours.organisationId)) found.push(faultLine(fault));
      return found;
    });
    expect(faults).toEqual([]);
  });

  it("outlive whoever wrote them: an erased person leaves the chain and every digest whole", async () => {
    await withClient(world.ownerUrl, async (owner) => {
      await owner.query("BEGIN");
      const { rowCount } = await owner.query(`DELETE FROM "User" WHERE id = $1`, [ours.actorId]);
      expect(rowCount).toBe(1);
      const { follow, ends } = chainFollower((text) => createHash("sha256").update(text).digest("hex"));
      for await (const link of chainLinks(owner, ours.organisationId)) expect(follow(link)).toBeNull();
      expect(ends()).toMatchObject([{ length: 3 }]);
      for await (const fault of digestFaults(owner, ours.organisationId)) expect.fail(faultLine(fault));
      await owner.query("ROLLBACK");
    });
  });

  it("twin: a revision that was tampered with is named, alone among those of its batch", async () => {
    expect(
      await whenTampered(
        "ValueRevision",
        `UPDATE "ValueRevision" SET amount = 6 WHERE "orgUnitId" = '${ours.north}' AND version = 1`,
      ),
    ).toEqual(["#1 value.save: changed: electricity, north, 2024, version 1"]);
  });

  it("twin: a revision given to another author is named, and the value beside it", async () => {
    expect(
      await whenTampered(
        "ValueRevision",
        `UPDATE "ValueRevision" SET "actorId" = gen_random_uuid() WHERE "orgUnitId" = '${ours.north}' AND version = 2`,
      ),
    ).toEqual([
      "#2 value.save: changed: electricity, north, 2024, version 2",
      "differs: electricity, north, 2024, version 2",
    ]);
  });

  it("twin: a revision that is gone is named", async () => {
    expect(
      await whenTampered(
        "ValueRevision",
        `DELETE FROM "ValueRevision" WHERE "orgUnitId" = '${ours.north}' AND version = 1`,
      ),
    ).toEqual(["#1 value.save: missing: electricity, north, 2024, version 1"]);
  });

  it("twin: a value that says something else than its history is named", async () => {
    expect(
      await whenTampered("YearlyValue", `UPDATE "YearlyValue" SET amount = 8 WHERE "orgUnitId" = '${ours.south}'`),
    ).toEqual(["differs: electricity, south, 2024, version 1"]);
  });

  it("twin: a verdict that was changed, or is gone, is told", async () => {
    expect(await whenTampered("ValueVerdict", `UPDATE "ValueVerdict" SET verdict = 'approved'`)).toEqual([
      "#3 value.submit: changed",
    ]);
    expect(
      await whenTampered("ValueVerdict", `DELETE FROM "ValueVerdict" WHERE "orgUnitId" = '${ours.south}'`),
    ).toEqual(["#3 value.submit: missing"]);
  });
});
