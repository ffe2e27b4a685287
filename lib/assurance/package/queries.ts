import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { chainLinks } from "@/lib/audit/chain/queries";
import { pool } from "@/lib/database/pool";
import { figuresOf } from "@/lib/evaluation/queries";
import { textCsv } from "@/lib/export/csv/model";
import { filePieces } from "@/lib/kept-file/queries";
import type { Locale } from "@/lib/language/model";
import { getLineage } from "@/lib/lineage/queries";
import type { PackageFile } from "./model";

/** Values read at once. */
const PAGE = 5_000;

/**
 * The files of a year's package: its values with author and approver, how the organisation's figures came about,
 * evidence with a list of it, the samples with what was asked and concluded, and the whole trail. Each is read from
 * the database when its turn has come. An auditor's notes are in the auditor's package only.
 */
export async function packageFiles(access: Access, year: number, locale: Locale): Promise<PackageFile[]> {
  const { id } = access.organisation;
  const evidence = await evidenceOf(id, year);
  const isAuditor = may(access.roles, "assurance.write");
  return [
    { path: "values.csv", content: () => values(id, year) },
    { path: "lineage.ndjson", content: () => lineages(access, year, locale) },
    { path: "samples.ndjson", content: () => samples(id, year, isAuditor) },
    {
      path: "evidence.csv",
      content: async function* () {
        yield textCsv(evidenceColumns, evidence);
      },
    },
    ...evidence.map(({ path, fileId }) => ({ path, content: () => filePieces(pool(), fileId) })),
    { path: "trail.ndjson", content: () => trail(id) },
  ];
}

const valueColumns = [
  ...["org_unit", "kpi", "year", "status", "value", "men", "women", "numerator", "denominator", "promoters"],
  ...["passives", "detractors", "unit", "origin", "example", "basis", "comment", "source", "version", "author", "at"],
  ...["verdict", "verdict_version", "verdict_by", "verdict_at"],
] as const;

const first = "00000000-0000-0000-0000-000000000000";

async function* values(organisationId: string, year: number): AsyncGenerator<string> {
  for (let after = [first, first], isFirst = true; ; isFirst = false) {
    const { rows } = await pool().query<Record<string, string>>(
      `SELECT v."kpiId", v."orgUnitId", o.code AS org_unit, k.code AS kpi, v.year::text, v.status::text, trim_scale(v.amount)::text AS value, trim_scale(v.men)::text AS men, trim_scale(v.women)::text AS women,
        trim_scale(v.numerator)::text AS numerator, trim_scale(v.denominator)::text AS denominator, v.promoters::text, v.passives::text, v.detractors::text,
        d."unitOfMeasure" AS unit, v.origin::text, v."isExample"::text AS example, v.basis, v.comment, v.source, v.version::text, coalesce(u.name, '') AS author, v."updatedAt"::text AS at,
        said.verdict::text, said.version::text AS verdict_version, coalesce(s.name, '') AS verdict_by, said.at::text AS verdict_at
      FROM "YearlyValue" v JOIN "Kpi" k ON k.id = v."kpiId" JOIN "OrgUnit" o ON o.id = v."orgUnitId" LEFT JOIN "User" u ON u.id = v."updatedBy"
      LEFT JOIN LATERAL (SELECT * FROM "KpiVersion" d WHERE d."kpiId" = v."kpiId" AND d."validFromYear" <= v.year ORDER BY d."validFromYear" DESC LIMIT 1) d ON true
      LEFT JOIN LATERAL (SELECT * FROM "ValueVerdict" x WHERE x."organisationId" = v."organisationId" AND x.year = v.year AND x."kpiId" = v."kpiId" AND x."orgUnitId" = v."orgUnitId" ORDER BY x.id DESC LIMIT 1) said ON true
      LEFT JOIN "User" s ON s.id = said."actorId"
      WHERE v."organisationId" = $1 AND v.year = $2 AND v.status IS NOT NULL AND (v."kpiId", v."orgUnitId") > ($3::uuid, $4::uuid) ORDER BY v."kpiId", v."orgUnitId" LIMIT ${PAGE}`,
      [organisationId, year, ...after],
    );
    const csv = textCsv(valueColumns as readonly string[], rows);
    yield isFirst ? csv : csv.slice(csv.indexOf("\n") + 1);
    if (rows.length < PAGE) return;
    after = [rows.at(-1)!.kpiId!, rows.at(-1)!.orgUnitId!];
  }
}

async function* lineages(access: Access, year: number, locale: Locale): AsyncGenerator<string> {
  const { organisation } = access;
  const { kpis } = await figuresOf(organisation.id, organisation.dataVersion, year);
  for (const { code } of kpis) {
    const whole = { isHidden: () => false, withAuthors: true, mayOpen: () => true };
    const asked = { organisation, code, year, unit: null, locale, ...whole };
    const found = await getLineage(asked);
    if (!found) continue;
    const { lineage, entries, restatements, proofs } = found;
    yield `${JSON.stringify({ kpi: code, lineage, entries, restatements, proofs })}\n`;
  }
}

async function* samples(organisationId: string, year: number, isAuditor: boolean): AsyncGenerator<string> {
  const { rows } = await pool().query<{ line: string }>(
    `SELECT json_build_object('sample', to_jsonb(s) - 'organisationId', 'items', (SELECT coalesce(json_agg(json_build_object(
        'position', i.position, 'kpi', k.code, 'org_unit', o.code, 'version', i.version,
        'entries', (SELECT coalesce(json_agg(to_jsonb(e) - 'organisationId' - 'itemId' ORDER BY e.position), '[]') FROM "AssuranceEntry" e WHERE e."itemId" = i.id AND ($3 OR e.act <> 'note'))
      ) ORDER BY i.position), '[]') FROM "AssuranceItem" i JOIN "Kpi" k ON k.id = i."kpiId" JOIN "OrgUnit" o ON o.id = i."orgUnitId" WHERE i."sampleId" = s.id))::text AS line
    FROM "AssuranceSample" s WHERE s."organisationId" = $1 AND s.year = $2 ORDER BY s."drawnAt"`,
    [organisationId, year, isAuditor],
  );
  for (const { line } of rows) yield `${line}\n`;
}

const evidenceColumns = [
  ...(["path", "org_unit", "kpi", "name", "kind", "bytes", "sha256", "note", "added_by", "added_at"] as const),
  ...(["withdrawn_by", "withdrawn_at", "withdrawn_reason"] as const),
];
type EvidenceRow = Record<(typeof evidenceColumns)[number], string> & { fileId: string };

/** Every file that backs a value of the year, those withdrawn among them; each lies in a folder of its own, so that two of one name do not meet. */
async function evidenceOf(organisationId: string, year: number): Promise<EvidenceRow[]> {
  const { rows } = await pool().query<EvidenceRow>(
    `SELECT 'evidence/' || e.id || '/' || e.name AS path, e."fileId", o.code AS org_unit, k.code AS kpi, e.name, e.kind, f.size::text AS bytes, f.sha256, e.note,
      coalesce(u.name, '') AS added_by, e."addedAt"::text AS added_at, coalesce(wu.name, '') AS withdrawn_by, w.at::text AS withdrawn_at, w.reason AS withdrawn_reason
    FROM "Evidence" e JOIN "KeptFile" f ON f.id = e."fileId" JOIN "Kpi" k ON k.id = e."kpiId" JOIN "OrgUnit" o ON o.id = e."orgUnitId" LEFT JOIN "User" u ON u.id = e."addedBy"
    LEFT JOIN "EvidenceWithdrawal" w ON w."evidenceId" = e.id LEFT JOIN "User" wu ON wu.id = w."actorId"
    WHERE e."organisationId" = $1 AND e.year = $2 ORDER BY o.code, k.code, e."addedAt", e.id`,
    [organisationId, year],
  );
  return rows;
}

async function* trail(organisationId: string): AsyncGenerator<string> {
  for await (const link of chainLinks(pool(), organisationId)) yield `${JSON.stringify(link)}\n`;
}
