/** An organisation's own figures that follow from others are compared on the connection at hand: a command has no other. */
import type { Client } from "pg";
import { expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { readFactorBook } from "@/lib/emission-factor/book/queries";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { workbook } from "@/tests/fixtures/import/workbook";
import { importWorld, lines, preview, type ImportWorld } from "./import-world";
import { importing } from "./importing";

let database: PrismaClient;
let client: Client;
importing("comparison", (made) => ({ database, client } = made));

async function withFactor(slug: string): Promise<ImportWorld> {
  const org = await importWorld(database, slug);
  const { organisationId } = org;
  const { id: factorId } = await database.emissionFactor.create({
    data: { organisationId, code: "grid", activityDa: "El", activityEn: "Electricity", scope: 2, region: "DK" },
  });
  const version = (number: number, value: string, scale: number) => ({
    organisationId,
    factorId,
    version: number,
    validFromYear: 2020 + number,
    value,
    scale,
    unitIn: "MWh",
    unitOut: "t",
    source: "test",
    retrievedOn: new Date("2024-01-31"),
    addedBy: org.actorId,
  });
  await database.emissionFactorVersion.createMany({ data: [version(1, "0.120", 3), version(2, "0.25", 2)] });
  const { id: versionId } = await database.emissionFactorVersion.findFirstOrThrow({ where: { factorId, version: 1 } });
  await database.factorPin.create({ data: { organisationId, year: 2022, factorId, versionId } });
  const names = { nameDa: "Udledning", nameEn: "Emission", shortNameDa: "Udledning", shortNameEn: "Emission" };
  const formula = { kind: "expression", text: 'electricity * factor("grid")' };
  const versions = { create: { validFromYear: 2022, ...names, unitOfMeasure: "t", formula } };
  await database.kpi.create({ data: { organisationId, code: "emission", position: 0, versions } });
  return org;
}

it("needs nothing but its connection: the application's own client may lead nowhere", async () => {
  const org = await withFactor("comparison-own");
  const reached = process.env.DATABASE_URL;
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nowhere";
  try {
    const rows = [
      ["Nøgletal", "Nord", "comparison-own"],
      ["El", 8, 8],
      ["Udledning", null, 2],
    ];
    const { id, summary } = await preview(client, org, "2024.xlsx", workbook([{ name: "2024", rows }]));
    expect(await lines(client, id)).toEqual([
      "B2 electricity nord 2024 8 added",
      "C2 electricity root 2024 8 compared same",
      "C3 emission root 2024 2 compared same",
    ]);
    expect(summary.differing).toBe(0);
  } finally {
    process.env.DATABASE_URL = reached;
  }
});

it("reads the factor book that pages read", async () => {
  const { organisationId } = await withFactor("comparison-book");
  const book = await readFactorBook(client, organisationId);
  expect(book).toEqual(await loadFactorBook(organisationId, database));
  expect([book.versions.map(({ value }) => value), book.pins.length, [...book.published]]).toEqual([
    ["0.120", "0.25"],
    1,
    [2021],
  ]);
});
