import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { cancelImport, claimImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import {
  appendix,
  doubleHead,
  hidden,
  indented,
  long,
  transposed,
  vintages,
  wide,
} from "@/tests/fixtures/import/shapes";
import { workbook } from "@/tests/fixtures/import/workbook";
import { connectedDatabase } from "./harness";
import { confirm, importWorld, lines, preview } from "./import-world";

let database: PrismaClient;
let close: () => Promise<void>;
let client: Client;
let serial = 0;
const world = () => importWorld(database, `org-${++serial}`);

beforeAll(async () => {
  ({ database, close, client } = await connectedDatabase());
}, 60_000);
afterAll(() => close());

describe("workbooks as they are", () => {
  it("a table of an appendix: descending years, marks, text in number cells, percent formats, errors, splits", async () => {
    const { id } = await preview(client, await world(), "ESG.xlsx", workbook(appendix));
    expect(await lines(client, id)).toEqual([
      "D5 electricity root 2024 719.5 compared differs",
      "E5 electricity root 2023 700 compared differs",
      "F5 electricity root 2022 notMeasured compared same",
      "D6 water root 2024 1707.5 compared differs",
      "E6 water root 2023 refused errorValue",
      "F6 water root 2022 -324.1 compared differs",
      "D7 revenue root 2024 refused approximate",
      "E7 revenue root 2023 refused uncalculated",
      "F7 revenue root 2022 719 added",
      "D8 board root 2024 27/73 added",
      "E8 board root 2023 refused splitSum",
      "F8 board root 2022 notApplicable added",
      "D9 recycled root 2024 27 added",
      "E9 recycled root 2023 27.55 added",
      "F9 recycled root 2022 27 added",
      "D10 intensity root 2024 0.5 compared differs",
    ]);
  });

  it("two heading rows, merged, with a unit of measure in the label", async () => {
    const { id } = await preview(client, await world(), "Forbrug.xlsx", workbook(doubleHead));
    expect(await lines(client, id)).toEqual([
      "B3 electricity nord 2024 1000 added",
      "C3 electricity nord 2023 2000 added",
      "D3 electricity syd 2024 3000 added",
      "E3 electricity syd 2023 4000 added",
      "B4 water nord 2024 5 added",
      "C4 water nord 2023 6 added",
      "D4 water syd 2024 7 added",
      "E4 water syd 2023 8 added",
    ]);
  });

  it("the same without merging the heading", async () => {
    const { id } = await preview(
      client,
      await world(),
      "Forbrug.xlsx",
      workbook(doubleHead.map((sheet) => ({ ...sheet, merges: [] }))),
    );
    expect((await lines(client, id)).slice(4)).toEqual([
      "B4 water nord 2024 5 added",
      "C4 water nord 2023 6 added",
      "D4 water syd 2024 7 added",
      "E4 water syd 2023 8 added",
    ]);
  });

  it("two vintages of a year: what differs is refused in both, what agrees counts once", async () => {
    const { id } = await preview(client, await world(), "a.xlsx", workbook(vintages));
    expect(await lines(client, id)).toEqual([
      "B2 electricity nord 2024 10 added",
      "C2 electricity nord 2023 20 refused duplicate",
      "D2 electricity nord 2023 21 refused duplicate",
      "B3 water nord 2024 5 added",
      "C3 water nord 2023 6 added",
      "D3 water nord 2023 6 unchanged",
    ]);
  });

  it("hidden rows and columns are refused unless asked for, a hidden sheet is not read, a merged figure is refused", async () => {
    const found = await preview(client, await world(), "a.xlsx", workbook(hidden), (plan) => {
      for (const sheet of plan.sheets) sheet.fixed.orgUnit = "nord";
      plan.kpis.Omsætning = "water";
      plan.kpis.Vand = "electricity";
    });
    expect(found.wasAsked).toBe(true);
    expect(await lines(client, found.id)).toEqual([
      "B2 water nord 2024 10 added",
      "C2 water nord 2023 20 added",
      "D2 water nord 2022 refused hidden",
      "B3 electricity nord 2024 refused hidden",
      "C3 electricity nord 2023 refused hidden",
      "D3 electricity nord 2022 refused hidden",
      "B4 electricity nord 2024 refused merged",
      "D4 electricity nord 2022 refused hidden",
    ]);
    const open = await preview(client, await world(), "a.xlsx", workbook(hidden), (plan) => {
      plan.takesHidden = true;
      for (const sheet of plan.sheets) sheet.fixed.orgUnit = "nord";
      plan.kpis.Omsætning = "water";
      plan.kpis.Vand = "electricity";
      plan.kpis.El = "";
    });
    expect([open.summary.added, open.summary.refused, open.summary.leftOut]).toEqual([6, 0, 2]);
  });

  it("years that are dates, down the rows, with KPIs across and the org unit in the sheet's name", async () => {
    const { id } = await preview(client, await world(), "a.xlsx", workbook(transposed));
    expect(await lines(client, id)).toEqual([
      "B2 electricity nord 2024 5 added",
      "C2 water nord 2024 12.5 added",
      "B3 electricity nord 2023 6 added",
      "C3 water nord 2023 12.75 added",
    ]);
  });

  it("130 columns, of which two are figures; the sum row belongs to the organisation and is compared", async () => {
    const { id, plan } = await preview(client, await world(), "a.xlsx", workbook(wide));
    expect(plan.sheets[0]!.columns).toHaveLength(130);
    expect(await lines(client, id)).toEqual([
      "BJ2 electricity nord 2024 11 added",
      "BK2 water nord 2024 12 added",
      "BJ3 electricity syd 2024 21 added",
      "BK3 water syd 2024 22 added",
      "BJ4 electricity root 2024 32 compared same",
      "BK4 water root 2024 34 compared same",
    ]);
  });

  it("a long table in English: units of measure per row, statuses, a merged label", async () => {
    const { id } = await preview(client, await world(), "a.xlsx", workbook(long), (plan) => {
      Object.assign(plan.orgUnits, { North: "nord", South: "syd" });
    });
    expect(await lines(client, id)).toEqual([
      "E2 electricity nord 2024 1.7075 refused basisMissing",
      "E3 water nord 2024 12 added",
      "E4 electricity syd 2024 refused unitMismatch",
      "E5 water syd 2024 refused percentFormat",
      "E6 water syd ? refused unknownYear",
      "E7 water ? 2024 refused unknownOrgUnit",
    ]);
  });

  it("a label that means another KPI under another", async () => {
    const { id, wasAsked } = await preview(client, await world(), "a.xlsx", workbook(indented), (plan) => {
      for (const sheet of plan.sheets) sheet.fixed.orgUnit = "nord";
      plan.kpis["El › ift. omsætning"] = "intensity";
    });
    expect(wasAsked).toBe(true);
    expect(await lines(client, id)).toEqual([
      "B2 electricity nord 2024 10 added",
      "B3 intensity nord 2024 0.2 compared differs",
      "B4 water nord 2024 20 added",
      "B5 ? nord 2024 refused unknownKpi",
    ]);
  });
});

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
