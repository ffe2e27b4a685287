import type { Client } from "pg";
import { describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { cancelImport, claimImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { doubleHead } from "@/tests/fixtures/import/shapes";
import { workbook } from "@/tests/fixtures/import/workbook";
import { confirm, lines, preview, type ImportWorld } from "./import-world";
import { importing } from "./importing";

let database: PrismaClient;
let client: Client;
let world: () => Promise<ImportWorld>;
importing("org", (made) => ({ database, client, world } = made));

describe("an import", () => {
  const file = (amount: number) =>
    workbook([
      {
        name: "Nord",
        rows: [
          ["Nøgletal", 2024, 2021],
          ["El", amount, 5],
          ["Vand", 7, null],
        ],
      },
    ]);

  it("writes values, history, one audit link and provenance; the same file again changes nothing; undo takes all back", async () => {
    const org = await world();
    const first = await preview(client, org, "a.xlsx", file(12.5));
    expect(await lines(client, first.id)).toEqual([
      "B2 electricity nord 2024 12.5 added",
      "C2 electricity nord 2021 5 refused periodClosed",
      "B3 water nord 2024 7 added",
    ]);
    expect(await database.yearlyValue.count({ where: { organisationId: org.organisationId } })).toBe(0);
    expect(await confirm(client, org, first.id, file(12.5))).toBe("imported");
    const stored = await database.yearlyValue.findMany({
      where: { organisationId: org.organisationId },
      orderBy: { amount: "asc" },
    });
    expect(stored).toMatchObject([
      { kpiId: org.kpis.water, version: 1, origin: "imported" },
      { kpiId: org.kpis.electricity, scale: 1, source: "a.xlsx · Nord B2", updatedBy: org.actorId },
    ]);
    expect(await database.valueRevision.findMany({ where: { organisationId: org.organisationId } })).toMatchObject([
      { door: "import", version: 1 },
      { door: "import", version: 1 },
    ]);
    expect(
      await database.auditEntry.findFirst({ where: { organisationId: org.organisationId, action: "value.import" } }),
    ).toMatchObject({
      subject: first.id,
      detail: { count: 2, import: first.id, file: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });

    const again = await preview(client, org, "a.xlsx", file(12.5));
    expect(again.summary).toMatchObject({ added: 0, changed: 0, unchanged: 2, refused: 1 });
    expect(await database.keptFile.count({ where: { organisationId: org.organisationId } })).toBe(1);

    const changed = await preview(client, org, "b.xlsx", file(13));
    expect(changed.summary).toMatchObject({ changed: 1, unchanged: 1 });
    await confirm(client, org, changed.id, file(13));
    await startUndo(client, org.organisationId, changed.id, org.actorId, null);
    await work(client, changed.id, () => Promise.reject(new Error("not read again")));
    expect(
      (await database.yearlyValue.findFirstOrThrow({ where: { kpiId: org.kpis.electricity } })).amount!.toFixed(),
    ).toBe("12.5");

    await startUndo(client, org.organisationId, first.id, org.actorId, null);
    await work(client, first.id, () => Promise.reject(new Error("not read again")));
    // The electricity was changed and changed back since: it is not the first import's any more.
    expect(
      await database.yearlyValue.findMany({ where: { organisationId: org.organisationId, status: { not: null } } }),
    ).toMatchObject([{ kpiId: org.kpis.electricity, version: 3 }]);
    expect(await database.import.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
      state: "undone",
      summary: { undone: 1, kept: 1 },
    });
  });

  it("writes nothing when a cell, a definition or a year changed since the preview, and shows the new difference", async () => {
    const org = await world();
    const one = await preview(client, org, "a.xlsx", file(12.5));
    await client.query(
      `INSERT INTO "YearlyValue" ("organisationId", "kpiId", "orgUnitId", year, status, amount, scale, "updatedBy") VALUES ($1, $2, $3, 2024, 'reported', 99, 0, $4)`,
      [org.organisationId, org.kpis.water, org.north, org.actorId],
    );
    expect(await confirm(client, org, one.id, file(12.5))).toBe("previewed");
    expect(await database.import.findUniqueOrThrow({ where: { id: one.id } })).toMatchObject({
      failure: "import.changedSince",
      summary: { added: 1, changed: 1 },
    });
    expect(await database.yearlyValue.count({ where: { organisationId: org.organisationId } })).toBe(1);
    await database.kpiVersion.updateMany({ where: { kpiId: org.kpis.electricity }, data: { maximum: "10" } });
    expect(await confirm(client, org, one.id, file(12.5))).toBe("previewed");
    expect(await lines(client, one.id)).toContain("B2 electricity nord 2024 12.5 refused aboveMaximum");
    await database.reportingPeriod.updateMany({
      where: { organisationId: org.organisationId, state: "open" },
      data: { state: "closed" },
    });
    expect(await confirm(client, org, one.id, file(12.5))).toBe("previewed");
    expect((await database.import.findUniqueOrThrow({ where: { id: one.id } })).summary).toMatchObject({
      added: 0,
      changed: 0,
      refused: 3,
    });
  });

  it("is refused outside the org units somebody enters for", async () => {
    const org = await world();
    const { id } = await preview(client, org, "a.xlsx", workbook(doubleHead), undefined, [org.north]);
    expect((await lines(client, id)).map((line) => line.split(" ").slice(2).join(" "))).toEqual([
      ...["2024 1000", "2023 2000"].map((at) => `nord ${at} added`),
      "syd 2024 refused notYours",
      "syd 2023 refused notYours",
      "nord 2024 5 added",
      "nord 2023 6 added",
      "syd 2024 refused notYours",
      "syd 2023 refused notYours",
    ]);
  });

  it("remembers how a source was read", async () => {
    const org = await world();
    const strange = (year: number) =>
      workbook([
        {
          name: "Nord",
          rows: [
            ["Post", year],
            ["Strømmen", 5],
            ["Overskrift", 9],
          ],
        },
      ]);
    const map = (plan: {
      kpis: Record<string, string>;
      sheets: { columns: { role: string }[]; isUsed: boolean }[];
    }) => {
      plan.kpis = { Strømmen: "electricity", Overskrift: "" };
      plan.sheets[0]!.columns[0]!.role = "kpi";
      plan.sheets[0]!.isUsed = true;
    };
    const first = await preview(client, org, "Tal 2023.xlsx", strange(2023), map as never);
    expect([first.wasAsked, await lines(client, first.id)]).toEqual([true, ["B2 electricity nord 2023 5 added"]]);
    await confirm(client, org, first.id, strange(2023));
    const second = await preview(client, org, "Tal 2024.xlsx", strange(2024));
    expect([second.wasAsked, await lines(client, second.id)]).toEqual([false, ["B2 electricity nord 2024 5 added"]]);
  });

  it("is worked on by one process at a time, and can be given up until it is written", async () => {
    const org = await world();
    await client.query(`UPDATE "Import" SET state = 'cancelled' WHERE state IN ('looking', 'previewing')`);
    const { id } = await preview(client, org, "a.xlsx", file(1));
    await client.query(`UPDATE "Import" SET state = 'previewing' WHERE id = $1`, [id]);
    expect([await claimImport(client), await claimImport(client)]).toEqual([id, null]);
    await client.query(`UPDATE "Import" SET "leaseUntil" = now() - interval '1 second' WHERE id = $1`, [id]);
    expect(await claimImport(client)).toBe(id);
    expect(await cancelImport(client, org.organisationId, id)).toBe(true);
    expect(await cancelImport(client, org.organisationId, id)).toBe(false);
    expect(await cancelImport(client, (await world()).organisationId, id)).toBe(false);
  });

  it("keeps its file, whatever the application asks", async () => {
    await preview(client, await world(), "a.xlsx", file(3));
    await expect(client.query(`UPDATE "KeptFile" SET sha256 = 'x'`)).rejects.toThrow(/append-only|permission denied/);
    await expect(client.query(`DELETE FROM "KeptFilePiece"`)).rejects.toThrow(/append-only|permission denied/);
  });
});
