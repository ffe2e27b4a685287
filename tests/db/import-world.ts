/** An organisation to import into, and an import from file to outcome. */
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { PrismaClient } from "@/lib/database/generated/client";
import { beginImport, planImport, startImport } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import type { ImportPlan, Summary } from "@/lib/import/model";
import { openRows } from "@/lib/operation/import-rows";
import { largeOrganisation, wideWorkbook } from "@/tests/fixtures/import/scale";

/** Two org units, open years 2022–2024 (2021 published), and KPIs with names of both languages. */
export async function importWorld(database: PrismaClient, slug: string) {
  const { id: organisationId } = await database.organisation.create({ data: { slug, name: slug } });
  const orgUnit = async (code: string, name: string, isRoot = false) =>
    (await database.orgUnit.create({ data: { organisationId, code, name, isRoot } })).id;
  const kpi = async (code: string, nameDa: string, nameEn: string, unitOfMeasure: string, version: object = {}) =>
    (
      await database.kpi.create({
        data: {
          organisationId,
          code,
          position: 0,
          versions: {
            create: {
              validFromYear: 2019,
              nameDa,
              nameEn,
              shortNameDa: nameDa,
              shortNameEn: nameEn,
              unitOfMeasure,
              ...version,
            },
          },
        },
      })
    ).id;
  const [root, north, south] = [
    await orgUnit(slug, slug, true),
    await orgUnit("nord", "Nord"),
    await orgUnit("syd", "Syd"),
  ];
  await database.reportingPeriod.createMany({
    data: [2021, 2022, 2023, 2024].map((year) => ({
      organisationId,
      year,
      state: year === 2021 ? "published" : "open",
    })),
  });
  const person = await database.user.create({ data: { name: "Controller", email: `controller@${slug}.example` } });
  const kpis = {
    electricity: await kpi("electricity", "El", "Electricity", "MWh", {
      collectionLevel: "orgUnit",
      consolidation: "sum",
      minimum: "0",
    }),
    water: await kpi("water", "Vand", "Water", "m³", { collectionLevel: "orgUnit", consolidation: "sum" }),
    revenue: await kpi("revenue", "Omsætning", "Revenue", "mDKK"),
    board: await kpi("board", "Fordeling i bestyrelsen", "Board split", "% men/women", { valueKind: "split" }),
    recycled: await kpi("recycled", "Genanvendelse", "Recycled", "%", { minimum: "0", maximum: "100" }),
    intensity: await kpi("intensity", "CO₂ pr. omsætning", "CO₂ per revenue", "t/mDKK", {
      formula: { kind: "ratio", numerator: "electricity", denominator: "revenue" },
    }),
  };
  return { organisationId, actorId: person.id, root, north, south, kpis };
}

export type ImportWorld = Awaited<ReturnType<typeof importWorld>>;

/** Brings a file to its preview, through the mapping as proposed (changed by `change`). Returns the import's id, whether it asked for a mapping, and what was found. */
export async function preview(
  client: ClientBase,
  { organisationId, actorId }: ImportWorld,
  name: string,
  file: Buffer,
  change?: (plan: ImportPlan) => void,
  reach: string[] | null = null,
) {
  const kind = name.endsWith(".csv") ? "csv" : "xlsx";
  const brought = {
    organisationId,
    actorId,
    door: "import" as const,
    locale: "da" as const,
    reach,
    name,
    kind: kind as "csv" | "xlsx",
    size: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
  };
  const id = await beginImport(client, brought, [file]);
  const open = () => openRows(kind, file, name);
  await work(client, id, open);
  const looked = (await client.query(`SELECT state, plan, failure FROM "Import" WHERE id = $1`, [id])).rows[0] as {
    state: string;
    plan: ImportPlan;
    failure: string;
  };
  if (looked.state === "mapping") {
    change?.(looked.plan);
    await planImport(client, organisationId, id, looked.plan);
    await work(client, id, open);
  }
  const { summary, state, failure } = (
    await client.query(`SELECT summary, state, failure FROM "Import" WHERE id = $1`, [id])
  ).rows[0] as { summary: Summary; state: string; failure: string };
  return { id, summary, state, failure, wasAsked: looked.state === "mapping", plan: looked.plan };
}

/** Writes a previewed import; returns the state it is in after. */
export async function confirm(
  client: ClientBase,
  { organisationId, actorId }: ImportWorld,
  id: string,
  file: Buffer,
  name = "x.xlsx",
): Promise<string> {
  await startImport(client, organisationId, id, actorId, null);
  await work(client, id, () => openRows(name.endsWith(".csv") ? "csv" : "xlsx", file, name));
  return (await client.query(`SELECT state FROM "Import" WHERE id = $1`, [id])).rows[0].state;
}

/** Every figure of an import as "C4 electricity nord 2024 719.5 added", or with its reason. */
export async function lines(client: ClientBase, id: string): Promise<string[]> {
  const { rows } = await client.query(
    `
    SELECT c.cell, k.code AS kpi, CASE WHEN o."isRoot" THEN 'root' ELSE o.code END AS "orgUnit", c.year, c.status, c.amount::text, c.men::text, c.women::text, c.outcome, c.code FROM "ImportCell" c
    LEFT JOIN "Kpi" k ON k.id = c."kpiId" LEFT JOIN "OrgUnit" o ON o.id = c."orgUnitId" WHERE c."importId" = $1 ORDER BY c.position`,
    [id],
  );
  const plain = (text: string | null) => text?.replace(/\.?0+$/, "") ?? null;
  return rows.map(({ cell, kpi, orgUnit, year, status, amount, men, women, outcome, code }) =>
    [
      cell,
      kpi ?? "?",
      orgUnit ?? "?",
      year ?? "?",
      plain(amount) ?? (men ? `${plain(men)}/${plain(women)}` : status),
      outcome,
      code,
    ]
      .filter((part) => part !== null && part !== "")
      .join(" "),
  );
}

/** An organisation of its own without figures, who may bring them, and a workbook of 3,000. */
export async function manyFigures(
  client: ClientBase,
  slug: string,
): Promise<{ organisationId: string; actorId: string; file: Buffer }> {
  const [orgUnits, kpis] = [60, 50];
  const organisationId = await largeOrganisation(client, slug, orgUnits, kpis);
  const { rows } = await client.query(`SELECT "userId" FROM "Membership" WHERE "organisationId" = $1`, [
    organisationId,
  ]);
  return { organisationId, actorId: rows[0].userId, file: wideWorkbook(orgUnits, kpis) };
}
