import { describe, expect, it } from "vitest";
import type { ClientBase } from "pg";
import { withClient } from "@/lib/database/connection";
import { actor, change, guardedWorld, refused } from "./guarded-world";

const { here, within } = guardedWorld();

describe("a published year", () => {
  it.each([
    ["a value", () => change()],
    ["a value's comment", () => change("comment = 'quietly'")],
    ["a value, by deleting it", () => `DELETE FROM "YearlyValue" WHERE year = 2022 AND amount = 7`],
    [
      "a value, by adding one",
      () =>
        `INSERT INTO "YearlyValue" ("organisationId", "kpiId", "orgUnitId", year, status, amount, scale, "updatedBy") SELECT "organisationId", "kpiId", "orgUnitId", 2022, 'reported', 1, 0, '${actor}' FROM "YearlyValue" WHERE year = 2023 ON CONFLICT ("kpiId", "orgUnitId", year) DO UPDATE SET amount = 2`,
    ],
    ["a value, by moving one there", () => `UPDATE "YearlyValue" SET year = 2022 WHERE year = 2023`],
    ["a value, by moving it away", () => `UPDATE "YearlyValue" SET year = 2021 WHERE year = 2022`],
    ["a coverage", () => `DELETE FROM "ValueCoverage"`],
    ["a coverage, by moving it", () => `UPDATE "ValueCoverage" SET year = year + 1`],
    [
      "a formula",
      () =>
        `UPDATE "KpiVersion" SET formula = '{"kind":"ratio","numerator":"a","denominator":"b"}' WHERE "validFromYear" = 2019`,
    ],
    ["a unit of measure", () => `UPDATE "KpiVersion" SET "unitOfMeasure" = 'kg' WHERE "validFromYear" = 2019`],
    [
      "a definition, by one in between",
      () =>
        `INSERT INTO "KpiVersion" SELECT "organisationId", "kpiId", 2022, "nameDa", "nameEn", "shortNameDa", "shortNameEn", "definitionDa", "definitionEn", 'kg' FROM "KpiVersion" WHERE "validFromYear" = 2019`,
    ],
    [
      "a definition, by moving the next one",
      () => `UPDATE "KpiVersion" SET "validFromYear" = 2022 WHERE "validFromYear" = 2023`,
    ],
    ["a definition, by deleting it", () => `DELETE FROM "KpiVersion" WHERE "validFromYear" = 2019`],
    ["a target", () => `UPDATE "Target" SET amount = 2000`],
    [
      "a target, by another",
      () =>
        `INSERT INTO "Target" ("organisationId", "kpiId", year, "setInYear", kind, amount) SELECT "organisationId", "kpiId", 2023, 2022, kind, 1 FROM "Target"`,
    ],
    ["a target, by deleting it", () => `DELETE FROM "Target"`],
    [
      "which figure counts",
      () =>
        `INSERT INTO "CountingChoice" ("organisationId", "kpiId", "orgUnitId", year, counts, "chosenBy") SELECT "organisationId", "kpiId", "orgUnitId", year, 'consolidated', "updatedBy" FROM "YearlyValue" WHERE year = 2022`,
    ],
    ["its state", () => `UPDATE "ReportingPeriod" SET state = 'open', "publishedAt" = NULL WHERE year = 2022`],
    ["its day", () => `UPDATE "ReportingPeriod" SET "publishedAt" = '2020-01-01' WHERE year = 2022`],
    ["itself", () => `DELETE FROM "ReportingPeriod" WHERE year = 2022`],
    [
      "the published record",
      () =>
        `INSERT INTO "PublishedFigure" ("organisationId", "reportYear", "kpiId", year, decimals, "unitOfMeasure") SELECT "organisationId", 2022, "kpiId", 2021, 0, 't' FROM "PublishedFigure"`,
    ],
  ])("does not let change %s", async (_, statement) => {
    await expect(within([statement()])).rejects.toThrow(refused);
    // The owner of the tables does not get past it either, nor does a session that puts a table of its own in between.
    await expect(within([statement()], here.ownerUrl)).rejects.toThrow(refused);
    const shadows = ["ReportingPeriod", "Restatement", "PublishedFigure", "KpiVersion"].map(
      (table) => `CREATE TEMP TABLE "${table}" (LIKE public."${table}")`,
    );
    const qualified = statement().replaceAll(/(UPDATE|INTO|FROM) ("\w+")/g, "$1 public.$2");
    await expect(within([...shadows, qualified])).rejects.toThrow(refused);
  });

  it("lets be what is not of it", async () => {
    await within([
      change("amount = 5", "year = 2023"),
      `UPDATE "KpiVersion" SET decimals = 2, formula = '{}' WHERE "validFromYear" = 2023`,
      `UPDATE "KpiVersion" SET "nameDa" = 'Varme', "tolerancePercent" = 50`,
      `UPDATE "ReportingPeriod" SET "dueOn" = '2024-01-01'`,
      `UPDATE "Target" SET "noteDa" = 'x'`,
      `INSERT INTO "Target" ("organisationId", "kpiId", year, "setInYear", kind, amount) SELECT "organisationId", "kpiId", 2030, 2023, kind, 1 FROM "Target"`,
    ]);
  });
});

describe("a save that races a publication", () => {
  it("waits for it, and is then refused", async () => {
    const other = await withClient(here.url, async (publisher) => {
      await publisher.query("BEGIN");
      await publisher.query(`UPDATE "ReportingPeriod" SET state = 'published' WHERE year = 2023`);
      const saving = within([change("amount = 7", "year = 2023")]).then(
        () => "saved",
        (error: Error) => error.message,
      );
      await waitForLock(publisher);
      await publisher.query("COMMIT");
      return saving;
    });
    expect(other).toMatch(refused);
  });
});

async function waitForLock(client: ClientBase): Promise<void> {
  for (;;) {
    const { rows } = await client.query(`SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`);
    if (rows[0].waiting > 0) return;
  }
}

describe("twin: with the guard off", () => {
  it("a published value changes unseen", async () => {
    await within([`ALTER TABLE "YearlyValue" DISABLE TRIGGER published_update`, change("amount = 1")], here.ownerUrl);
    await expect(within([`ALTER TABLE "YearlyValue" DISABLE TRIGGER published_update`])).rejects.toThrow(
      /must be owner/,
    );
    await expect(within([`SET session_replication_role = replica`])).rejects.toThrow(/permission denied/);
  });
});
