import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withClient } from "@/lib/database/connection";
import { migrate, missingMigrations } from "@/lib/database/migrate";
import { diagnose, driftSql, pendingSql, withEngine } from "@/lib/database/migration-engine";
import { largeOrganisation } from "@/tests/fixtures/import/scale";
import { freshDatabase, type TestDatabase } from "./harness";

const made: TestDatabase[] = [];
let empty: TestDatabase;

beforeEach(async () => {
  empty = await freshDatabase({ template: null });
  made.push(empty);
});
afterAll(() => Promise.all(made.map((one) => one.close())));

const count = (sql: string) =>
  withClient(empty.ownerUrl, async (client) =>
    Number((await client.query(`SELECT count(*) AS n FROM ${sql}`)).rows[0].n),
  );

describe("migrating", () => {
  test("leads to the schema, and Prisma's own engine agrees that nothing is missing, edited or drifted", async () => {
    const names = await migrate(empty.ownerUrl);
    expect(names.length).toBeGreaterThan(0);
    const found = await withEngine(empty.ownerUrl, diagnose);
    expect(found).toEqual({
      hasMigrationsTable: true,
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
    });
    expect(await withEngine(empty.ownerUrl, pendingSql)).toBe("");
    expect(await withEngine(empty.ownerUrl, driftSql)).toBe("");

    await withClient(empty.ownerUrl, (client) => client.query(`ALTER TABLE "Organisation" ADD COLUMN stray int`));
    expect(await withEngine(empty.ownerUrl, driftSql), "twin: a stray column is drift").toContain("stray");
  });

  test("two starts at once migrate once; a third has nothing to do", async () => {
    const results = await Promise.all([migrate(empty.ownerUrl), migrate(empty.ownerUrl)]);
    expect(results.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(empty.ownerUrl)).toEqual([]);
    expect(await count(`"_prisma_migrations"`)).toBe(results.flat().length);
  });

  test("a failing migration leaves the database as it was, says which, and can be mended", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ledestjerne-migrations-"));
    try {
      await cp("prisma/migrations", folder, { recursive: true });
      await mkdir(join(folder, "99999999999999_bad"));
      const file = join(folder, "99999999999999_bad", "migration.sql");
      await writeFile(file, `CREATE TABLE half (id int); INSERT INTO nowhere VALUES (1);`);
      await expect(migrate(empty.ownerUrl, folder)).rejects.toThrow(
        /99999999999999_bad failed and was taken back: .*nowhere/,
      );
      expect(await count(`pg_tables WHERE tablename = 'half'`)).toBe(0);
      await writeFile(file, `CREATE TABLE half (id int);`);
      expect(await migrate(empty.ownerUrl, folder)).toEqual(["99999999999999_bad"]);

      await writeFile(file, `CREATE TABLE other (id int);`);
      await expect(migrate(empty.ownerUrl, folder)).rejects.toThrow(
        /99999999999999_bad was changed after it was applied/,
      );
      await expect(migrate(empty.ownerUrl)).rejects.toThrow(/newer version of the application \(99999999999999_bad\)/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("carries what is declared of a published year over, and keeps guarding it", async () => {
    const names = (await readdir("prisma/migrations")).sort();
    const folder = await mkdtemp(join(tmpdir(), "ledestjerne-migrations-"));
    try {
      for (const name of names.filter((one) => one < "20261122195221" || one.endsWith(".toml")))
        await cp(join("prisma/migrations", name), join(folder, name), { recursive: true });
      await migrate(empty.ownerUrl, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
    await withClient(empty.ownerUrl, async (client) => {
      const organisationId = await largeOrganisation(client, "old", 2, 2);
      const cell = `"organisationId", "kpiId", "orgUnitId", year, status, amount, scale`;
      const figures = `SELECT $1::uuid, k.id, u.id, 2024, 'reported'::"ValueStatus", k.position, 0, gen_random_uuid() FROM "Kpi" k, "OrgUnit" u WHERE u."isRoot"`;
      await client.query(`INSERT INTO "YearlyValue" (${cell}, "updatedBy") ${figures}`, [organisationId]);
      await client.query(
        `INSERT INTO "ValueRevision" (${cell}, "actorId", version, origin, "isExample", basis, comment, source, door) SELECT *, 1, 'entered', false, '', '', '', 'page' FROM (${figures}) v`,
        [organisationId],
      );
      await client.query(
        `INSERT INTO "ValueCoverage" ("organisationId", "valueId", "orgUnitId") SELECT $1, v.id, u.id FROM "YearlyValue" v, "OrgUnit" u WHERE v.amount = 2 AND NOT u."isRoot"`,
        [organisationId],
      );
      await client.query(`UPDATE "ReportingPeriod" SET state = 'published'`);
    });
    expect(await migrate(empty.ownerUrl)).toEqual(names.filter((one) => /^\d/.test(one) && one >= "20261122195221"));
    await withClient(empty.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT k.code, root.code AS root, c.year, u.code AS covered FROM "ValueCoverage" c JOIN "Kpi" k ON k.id = c."kpiId" JOIN "OrgUnit" root ON root.id = c."rootId" JOIN "OrgUnit" u ON u.id = c."orgUnitId" ORDER BY u.code`,
      );
      const of = { code: "kpi-2", root: "old", year: 2024 };
      expect(rows).toEqual([
        { ...of, covered: "site-1" },
        { ...of, covered: "site-2" },
      ]);
      await expect(client.query(`DELETE FROM "ValueCoverage"`)).rejects.toThrow(/changes only with a restatement/);
      await expect(client.query(`UPDATE "YearlyValue" SET amount = 9`)).rejects.toThrow(/only with a restatement/);
    });
    expect([await count(`"YearlyValue"`), await count(`"ValueRevision"`)]).toEqual([2, 2]);
  });

  test("names what an empty database lacks", async () => {
    const missing = await withClient(empty.ownerUrl, (client) => missingMigrations(client));
    expect(missing).toEqual(await migrate(empty.ownerUrl));
  });
});
