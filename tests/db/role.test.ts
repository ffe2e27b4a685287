import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "@/lib/database/connection";
import { prepareRole, restrictedUrl, RESTRICTED_ROLE } from "@/lib/database/role";
import { freshDatabase, type TestDatabase } from "./harness";

let own: TestDatabase;
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());

const asRole = (sql: string) => withClient(own.url, (client) => client.query(sql));
const asOwner = (sql: string) => withClient(own.ownerUrl, (client) => client.query(sql));

describe("the restricted role", () => {
  test("acts from the first statement on", async () => {
    const { rows } = await asRole("SELECT current_user AS role");
    expect(rows).toEqual([{ role: RESTRICTED_ROLE }]);
  });

  test.each([
    "ValueRevision",
    "ValueConfirmation",
    "EmissionFactorVersion",
    "FactorPin",
    "AuditEntry",
    "KeptFile",
    "Evidence",
    "EvidenceWithdrawal",
    "Discussion",
    "DiscussionEntry",
    "Restatement",
    "RestatementEffect",
    "PublishedFigure",
    "AgreementStep",
    "AgreementText",
    "Signature",
    "Assessment",
    "FollowUp",
    "FollowUpFile",
    "FollowUpFileWithdrawal",
    "CommitmentDecision",
    "BlockRevision",
    "PictureSize",
  ])("adds to and reads %s, and cannot change, delete or empty it", async (table) => {
    const may = (act: string) => `has_table_privilege(current_user, '"${table}"', '${act}')`;
    const { rows } = await asRole(`SELECT ${may("INSERT")} AS adds, (SELECT count(*) FROM "${table}") >= 0 AS reads`);
    expect(rows).toEqual([{ adds: true, reads: true }]);
    for (const sql of [
      `UPDATE "${table}" SET "organisationId" = NULL`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `DROP TABLE "${table}"`,
      `ALTER TABLE "${table}" DISABLE TRIGGER ALL`,
    ]) {
      await expect(asRole(sql), sql).rejects.toThrow(/permission denied|must be owner/);
    }
    await asRole(`INSERT INTO "AuditEntry" (door, action) VALUES ('command', 'test.entry')`);
  });

  test("twin: with the right granted, the database's trigger is all that is left, and it refuses too", async () => {
    await asOwner(`GRANT UPDATE, DELETE ON "AuditEntry" TO ${RESTRICTED_ROLE}`);
    await expect(asRole(`DELETE FROM "AuditEntry"`)).rejects.not.toThrow(/permission denied/);
    await prepareRole(own.ownerUrl, () => {});
    await expect(asRole(`DELETE FROM "AuditEntry"`)).rejects.toThrow(/permission denied/);
  });

  test("reads and writes everything else, and may not touch the notes of migrations", async () => {
    await asRole(`INSERT INTO "Organisation" (slug, name) VALUES ('role-test', 'Role test')`);
    await asRole(`UPDATE "Organisation" SET name = 'Renamed' WHERE slug = 'role-test'`);
    await asRole(`DELETE FROM "Organisation" WHERE slug = 'role-test'`);
    await expect(asRole(`DELETE FROM "_prisma_migrations"`)).rejects.toThrow(/permission denied/);
  });

  test("several starts at once on several databases prepare it without stepping on each other", async () => {
    const others = await Promise.all([freshDatabase(), freshDatabase()]);
    process.env.DATABASE_URL = own.url;
    try {
      const urls = [own, ...others].flatMap(({ ownerUrl }) => [ownerUrl, ownerUrl]);
      const ready = await Promise.all(urls.map((url) => prepareRole(url, (reason) => expect.unreachable(reason))));
      expect(ready).toEqual(urls.map(restrictedUrl));
    } finally {
      await Promise.all(others.map((one) => one.close()));
    }
  });

  test("an owner who may not make roles serves as itself, and is told", async () => {
    await asOwner(`CREATE ROLE plain LOGIN PASSWORD 'plain-password'`);
    const url = new URL(own.ownerUrl);
    url.username = "plain";
    url.password = "plain-password";
    const reasons: string[] = [];
    expect(await prepareRole(url.href, (reason) => reasons.push(reason))).toBe(url.href);
    expect(reasons.join()).toMatch(/triggers only/);
    await asOwner("DROP ROLE plain");
  });
});
