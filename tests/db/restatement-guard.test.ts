import { describe, expect, it } from "vitest";
import { withClient } from "@/lib/database/connection";
import { actor, change, guardedWorld, refused } from "./guarded-world";

const { here, within } = guardedWorld();

const restating = (change: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    organisationId: `'${here.organisationId}'`,
    kind: "'value'",
    kpiId: `'${here.heat}'`,
    orgUnitId: `'${here.orgUnitId}'`,
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
    await expect(within([restating(row), change()])).rejects.toThrow(refused);
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
    await withClient(here.url, async (client) => {
      await client.query("BEGIN");
      for (const step of [restating(), effect(), change()]) await client.query(step);
      await client.query("COMMIT");
    });
    const again = { toVersion: "3", transactionId: "1", at: "'2020-01-01'" };
    await expect(within([change("amount = 950")])).rejects.toThrow(refused);
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
        await expect(within([sql], here.ownerUrl)).rejects.toThrow(/append-only/);
    },
  );

  it("of a definition and of a target opens what it names", async () => {
    const formula = `UPDATE "KpiVersion" SET "unitOfMeasure" = 'kg' WHERE "validFromYear" = 2019`;
    const other = { orgUnitId: "NULL", toVersion: "NULL" };
    await within([restating({ ...other, kind: "'definition'" }), formula]);
    await expect(within([restating({ ...other, kind: "'target'" }), formula])).rejects.toThrow(refused);
    await within([restating({ ...other, kind: "'target'" }), `UPDATE "Target" SET amount = 2000`]);
    await within([restating({ kind: "'coverage'", toVersion: "NULL" }), `DELETE FROM "ValueCoverage"`]);
  });
});
