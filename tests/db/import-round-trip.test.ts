import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withClient } from "@/lib/database/connection";
import type { PrismaClient } from "@/lib/database/generated/client";
import { loadDemo } from "@/prisma/seed";
import { tidyCsv } from "@/lib/export/csv/model";
import { tidyRows } from "@/lib/export/model";
import { getExportedReport } from "@/lib/export/queries";
import { templateCsv, templateWorkbook } from "@/lib/import/template/model";
import { getTemplate } from "@/lib/import/template/queries";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { connectedDatabase } from "./harness";
import { confirm, preview } from "./import-world";

let database: PrismaClient;
let close: () => Promise<void>;
let client: pg.Client;
let ownerUrl: string;

beforeAll(async () => {
  ({ database, close, client, ownerUrl } = await connectedDatabase());
  await loadDemo(ownerUrl);
}, 90_000);
afterAll(() => close());

const organisationOf = (slug: string) => database.organisation.findUniqueOrThrow({ where: { slug } });
async function exported(slug: string, year: number): Promise<string> {
  const { id, dataVersion } = await organisationOf(slug);
  const { of } = await getExportedReport({ id, dataVersion: String(dataVersion) }, String(year), "da");
  return tidyCsv(tidyRows(of, "da"));
}
async function template(slug: string, year: number, format: "csv" | "xlsx"): Promise<Buffer> {
  const rows = (await getTemplate((await organisationOf(slug)).id, year, null, "da"))!;
  return format === "csv" ? Buffer.from(templateCsv(rows, "da")) : templateWorkbook(rows, "da");
}
async function of(slug: string) {
  return { organisationId: (await organisationOf(slug)).id, actorId: randomUUID() } as Parameters<typeof preview>[1];
}

/** Opens every year as if none had been published, which only the database's owner can. */
async function opened(organisationId: string): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    await owner.query(`ALTER TABLE "ReportingPeriod" DISABLE TRIGGER keep_publication`);
    await owner.query(`UPDATE "ReportingPeriod" SET state = 'open', "publishedAt" = NULL WHERE "organisationId" = $1`, [
      organisationId,
    ]);
    await owner.query(`ALTER TABLE "ReportingPeriod" ENABLE TRIGGER keep_publication`);
  });
}

/** Empties every figure of an organisation's indicators in some years, with the years open for it. Base data is not among what a report exports. */
async function emptied(slug: string, from: number, to: number): Promise<void> {
  const { organisationId, actorId } = await of(slug);
  await opened(organisationId);
  const { rows } = await client.query(
    `SELECT "kpiId", "orgUnitId", year, version FROM "YearlyValue" WHERE "organisationId" = $1 AND status IS NOT NULL AND year BETWEEN $2 AND $3 AND "kpiId" IN (SELECT id FROM "Kpi" WHERE purpose = 'indicator')`,
    [organisationId, from, to],
  );
  await saveValues(database, {
    organisationId,
    actorId,
    door: "page",
    cells: rows.map(({ version, ...key }) => ({ ...emptyContent, ...key, seen: version })),
  });
}

it("the appendix of Aleris 2023: exported, emptied, imported, exported again, byte for byte; calculated figures are compared", async () => {
  const before = await exported("aleris", 2023);
  const org = await of("aleris");
  const csv = Buffer.from(before);
  const same = await preview(client, org, "aleris-2023-da.csv", csv);
  expect(same.wasAsked).toBe(false);
  expect(same.summary).toMatchObject({ added: 0, changed: 0 });
  await emptied("aleris", 2019, 2023);
  expect(await exported("aleris", 2023)).not.toBe(before);
  const back = await preview(client, org, "aleris-2023-da.csv", csv);
  expect(back.summary.refused, JSON.stringify(back.summary.refusals)).toBe(0);
  expect(await confirm(client, org, back.id, csv, "x.csv")).toBe("imported");
  expect(await exported("aleris", 2023)).toBe(before);
}, 60_000);

it.each([
  ["aleris", 2024],
  ["region-midtjylland", 2024],
] as const)(
  "the entry sheet of every org unit of %s: out, emptied, in, out again, byte for byte",
  async (slug, year) => {
    const [csv, xlsx] = [await template(slug, year, "csv"), await template(slug, year, "xlsx")];
    const org = await of(slug);
    for (const [name, file] of [
      ["ark.csv", csv],
      ["ark.xlsx", xlsx],
    ] as const) {
      const same = await preview(client, org, name, file);
      expect(same.wasAsked, `${name} asked for a mapping`).toBe(false);
      expect(same.summary, name).toMatchObject({ added: 0, changed: 0, refused: 0 });
      expect(same.summary.unchanged).toBeGreaterThan(20);
    }
    await emptied(slug, year, year);
    expect((await template(slug, year, "csv")).equals(csv)).toBe(false);
    const back = await preview(client, org, "ark.csv", csv);
    expect(back.summary).toMatchObject({ changed: 0, refused: 0 });
    expect(back.summary.added).toBeGreaterThan(20);
    expect(await confirm(client, org, back.id, csv, "ark.csv")).toBe("imported");
    expect((await template(slug, year, "csv")).toString()).toBe(csv.toString());
    expect((await preview(client, org, "ark.xlsx", xlsx)).summary).toMatchObject({ added: 0, changed: 0, refused: 0 });
  },
  60_000,
);
