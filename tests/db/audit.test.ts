import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditFilter } from "@/lib/audit/model";
import { chainFollower } from "@/lib/audit/chain/model";
import { chainLinks, chainOwners } from "@/lib/audit/chain/queries";
import { auditChoices, searchAudit } from "@/lib/audit/queries";
import { withClient } from "@/lib/database/connection";
import { createOrganisation, createUser } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";

let own: TestDatabase;
let here: string;
let elsewhere: string;
let bo: string;
const everything: AuditFilter = { room: null, actorId: null, door: null, from: null, to: null, before: null };

beforeAll(async () => {
  own = await freshDatabase();
  here = (await createOrganisation(own.database, { slug: "here", name: "Here" })).id;
  elsewhere = (await createOrganisation(own.database, { slug: "elsewhere", name: "Elsewhere" })).id;
  bo = await createUser(own.database, { email: "bo@tests.example", name: "Bo", password: "a long password 1" });
  for (const [organisationId, actorId, action, at] of [
    [here, bo, "value.save", "2024-03-30T22:59:59Z"],
    [here, null, "user.invite", "2024-03-30T23:00:00Z"],
    [here, bo, "value.import", "2024-03-31T21:59:59Z"],
    [elsewhere, bo, "value.save", "2024-03-31T12:00:00Z"],
    [null, null, "session.start", "2024-03-31T12:00:00Z"],
  ] as const)
    await own.database.auditEntry.create({
      data: { organisationId, actorId, action, at, door: "page", detail: { text: 'æ"\\ 1.50', n: 1.5 } },
    });
});
afterAll(() => own.close());

const faults = () =>
  withClient(own.ownerUrl, async (client) => {
    const { follow } = chainFollower((text) => createHash("sha256").update(text).digest("hex"));
    const found = [];
    for (const owner of await chainOwners(client))
      for await (const link of chainLinks(client, owner)) found.push(follow(link));
    return found;
  });

describe("the audit trail", () => {
  test("is narrowed by room, person and day of Copenhagen, never across organisations", async () => {
    const found = async (filter: Partial<AuditFilter>) =>
      (await searchAudit(here, { ...everything, ...filter }, 10)).map(({ action }) => action);
    expect(await found({})).toEqual(["value.import", "user.invite", "value.save"]);
    expect(await found({ room: "value" })).toEqual(["value.import", "value.save"]);
    expect(await found({ actorId: bo })).toEqual(["value.import", "value.save"]);
    expect(await found({ from: "2024-03-31" })).toEqual(["value.import", "user.invite"]);
    expect(await auditChoices(here)).toEqual({ people: [{ id: bo, name: "Bo" }], rooms: ["user", "value"] });
  });

  test("goes on to older lines from the last one shown", async () => {
    const [newest] = await searchAudit(here, everything, 1);
    const older = await searchAudit(here, { ...everything, before: Number(newest!.sequence) }, 1);
    expect([newest!.action, older[0]!.action]).toEqual(["value.import", "user.invite"]);
  });

  test("is whole, and says which link an owner of the database tampered with", async () => {
    expect(await faults()).toEqual([null, null, null, null, null]);
    await withClient(own.ownerUrl, async (client) => {
      await client.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER append_only`);
      await client.query(`UPDATE "AuditEntry" SET "actorId" = NULL WHERE "organisationId" = $1 AND sequence = 3`, [
        here,
      ]);
      await client.query(`ALTER TABLE "AuditEntry" ENABLE TRIGGER append_only`);
    });
    expect((await faults()).filter(Boolean)).toEqual([{ organisationId: here, sequence: 3, fault: "changed" }]);
  });

  test("is followed in the order of its numbers, not of their first digits", async () => {
    const { id } = await createOrganisation(own.database, { slug: "long", name: "Long" });
    for (let at = 0; at < 12; at += 1)
      await own.database.auditEntry.create({ data: { organisationId: id, door: "page", action: "value.save" } });
    expect(await faults()).not.toContainEqual(expect.objectContaining({ organisationId: id }));
  });
});
