import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientBase } from "pg";
import { withClient } from "@/lib/database/connection";
import { createKpi, createOrganisation, createPeriods, recordValues } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";

const actor = "00000000-0000-4000-8000-000000000001";
let world: TestDatabase;
let org: { organisationId: string; orgUnitId: string; heat: string };

beforeAll(async () => {
  world = await freshDatabase();
  const { database } = world;
  const { id: organisationId, rootId } = await createOrganisation(database, { slug: "guarded", name: "Guarded" });
  await createPeriods(database, organisationId, [2022, 2023]);
  const heat = await createKpi(database, organisationId, { code: "heat" }, [
    { validFromYear: 2019 },
    { validFromYear: 2023, decimals: 1 },
  ]);
  const water = await createKpi(database, organisationId, { code: "water" });
  await recordValues(database, organisationId, { actorId: actor, at: new Date("2023-02-01") }, [
    { kpiId: heat, orgUnitId: rootId, year: 2022, figure: "1000", covers: [rootId] },
    { kpiId: heat, orgUnitId: rootId, year: 2023, figure: "1100" },
    { kpiId: water, orgUnitId: rootId, year: 2022, figure: "7" },
  ]);
  await database.target.create({
    data: { organisationId, kpiId: heat, year: 2024, setInYear: 2022, kind: "atMost", amount: "900" },
  });
  await database.publishedFigure.create({
    data: {
      organisationId,
      kpiId: heat,
      reportYear: 2022,
      year: 2022,
      status: "reported",
      amount: "1000",
      decimals: 0,
      unitOfMeasure: "t",
    },
  });
  await database.reportingPeriod.updateMany({ where: { organisationId, year: 2022 }, data: { state: "published" } });
  org = { organisationId, orgUnitId: rootId, heat };
}, 60_000);
afterAll(() => world.close());

type Step = string | ((client: ClientBase) => Promise<unknown>);
/** Runs statements in one transaction as the application does, and undoes them; the error of the first that is refused, or of the commit. */
const within = (steps: Step[], url = world.url) =>
  withClient(url, async (client) => {
    await client.query("BEGIN");
    try {
      for (const step of steps) await (typeof step === "string" ? client.query(step) : step(client));
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    } finally {
      await client.query("ROLLBACK");
    }
  });

const restating = (change: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    organisationId: `'${org.organisationId}'`,
    kind: "'value'",
    kpiId: `'${org.heat}'`,
    orgUnitId: `'${org.orgUnitId}'`,
    fromYear: "2022",
    toYear: "2022",
    toVersion: "2",
    before: `'{"status":"reported","amount":"1000"}'`,
    after: `'{"status":"reported","amount":"950"}'`,
    reasonDa: "'Måleren var aflæst forkert.'",
    thresholdPercent: "5",
    isMaterial: "true",
    createdBy: `'${actor}'`,
    ...change,
  };
  return `INSERT INTO "Restatement" (${Object.keys(row)
    .map((name) => `"${name}"`)
    .join()}) VALUES (${Object.values(row).join()})`;
};
const effect =
  () => `INSERT INTO "RestatementEffect" ("organisationId", "restatementId", "kpiId", "orgUnitId", year, "beforeStatus", "beforeAmount", "afterStatus", "afterAmount", decimals, percent, "isMaterial")
  SELECT "organisationId", id, "kpiId", "orgUnitId", 2022, 'reported', 1000, 'reported', 950, 0, -5, true FROM "Restatement" ORDER BY at DESC LIMIT 1`;
const change = (set = "amount = 950", where = "year = 2022 AND amount > 900") =>
  `UPDATE "YearlyValue" SET ${set}, version = version + 1 WHERE ${where}`;

const published = /published|append-only|closed/;

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
    ["a coverage, by moving it", () => `UPDATE "ValueCoverage" SET "valueId" = gen_random_uuid()`],
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
    await expect(within([statement()])).rejects.toThrow(published);
    // The owner of the tables does not get past it either, nor does a session that puts a table of its own in between.
    await expect(within([statement()], world.ownerUrl)).rejects.toThrow(published);
    const shadows = ["ReportingPeriod", "Restatement", "PublishedFigure", "KpiVersion"].map(
      (table) => `CREATE TEMP TABLE "${table}" (LIKE public."${table}")`,
    );
    const qualified = statement().replaceAll(/(UPDATE|INTO|FROM) ("\w+")/g, "$1 public.$2");
    await expect(within([...shadows, qualified])).rejects.toThrow(published);
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

describe("a restatement", () => {
  it("lets exactly its value change in its transaction", async () => {
    await within([restating(), effect(), change()]);
  });

  it.each([
    ["of another figure", { after: `'{"status":"reported","amount":"951"}'` }],
    ["of another version", { toVersion: "3" }],
    ["of another year", { fromYear: "2023", toYear: "2023" }],
    ["of another kind", { kind: "'target'" }],
  ])("%s does not", async (_, row) => {
    await expect(within([restating(row), change()])).rejects.toThrow(published);
  });

  it.each([
    ["a reason", { reasonDa: "'  '" }],
    ["a version", { toVersion: "NULL" }],
    ["a KPI", { kpiId: "NULL" }],
  ])("without %s is refused", async (_, row) => {
    await expect(within([restating(row)])).rejects.toThrow(/violates check constraint/);
  });

  it("without the value it restates, or without its effect, is refused at the end", async () => {
    await expect(within([restating(), effect()])).rejects.toThrow(/without the value/);
    await expect(within([restating(), change()])).rejects.toThrow(/without the value/);
  });

  it("covers its own transaction only, whatever it says of itself", async () => {
    await withClient(world.url, async (client) => {
      await client.query("BEGIN");
      for (const step of [restating(), effect(), change()]) await client.query(step);
      await client.query("COMMIT");
    });
    const again = { toVersion: "3", transactionId: "1", at: "'2020-01-01'" };
    await expect(within([change("amount = 950")])).rejects.toThrow(published);
    await expect(within([effect().replace("2022", "2023")])).rejects.toThrow(/written with it/);
    await within([restating(again), effect(), change("amount = 950")]);
    await within([
      restating(again),
      async (client) => {
        const { rows } = await client.query(
          `SELECT at > '2021-01-01' AS now, "transactionId" > 1 AS mine FROM "Restatement" ORDER BY at DESC LIMIT 1`,
        );
        expect(rows).toEqual([{ now: true, mine: true }]);
        await client.query(change("amount = 950"));
        await client.query(effect());
      },
    ]);
  });

  it.each(["Restatement", "RestatementEffect", "PublishedFigure"])(
    "and its record in %s is nobody's to change",
    async (table) => {
      const update = `UPDATE "${table}" SET "organisationId" = "organisationId"`;
      await expect(within([update])).rejects.toThrow(/permission denied/);
      for (const sql of [update, `DELETE FROM "${table}"`, `TRUNCATE "${table}" CASCADE`])
        await expect(within([sql], world.ownerUrl)).rejects.toThrow(/append-only/);
    },
  );

  it("of a definition and of a target opens what it names", async () => {
    const formula = `UPDATE "KpiVersion" SET "unitOfMeasure" = 'kg' WHERE "validFromYear" = 2019`;
    const other = { orgUnitId: "NULL", toVersion: "NULL" };
    await within([restating({ ...other, kind: "'definition'" }), formula]);
    await expect(within([restating({ ...other, kind: "'target'" }), formula])).rejects.toThrow(published);
    await within([restating({ ...other, kind: "'target'" }), `UPDATE "Target" SET amount = 2000`]);
    await within([restating({ kind: "'coverage'", toVersion: "NULL" }), `DELETE FROM "ValueCoverage"`]);
  });
});

describe("a save that races a publication", () => {
  it("waits for it, and is then refused", async () => {
    const other = await withClient(world.url, async (publisher) => {
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
    expect(other).toMatch(published);
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
    await within([`ALTER TABLE "YearlyValue" DISABLE TRIGGER published_update`, change("amount = 1")], world.ownerUrl);
    await expect(within([`ALTER TABLE "YearlyValue" DISABLE TRIGGER published_update`])).rejects.toThrow(
      /must be owner/,
    );
    await expect(within([`SET session_replication_role = replica`])).rejects.toThrow(/permission denied/);
  });
});
