import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { definitionPrints, latestVerdicts, stateSql } from "@/lib/approval/state/queries";
import type { ApprovalState } from "@/lib/approval/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import { definitionJoin } from "@/lib/value/collection/queries";
import { plain, type CellFigure, type CellKey } from "@/lib/value/model";
import { itemStateOf, shownTo, type AssuranceAct, type AssuranceLine, type Conclusion, type ItemState } from "./model";
import type { SampleRule } from "./sample/model";

/** A sampled value in a list. `figure`: as it was when it was drawn; `isChanged`: it says something else today. */
export type ItemRow = CellKey & {
  id: string;
  sampleId: string;
  position: number;
  code: string;
  name: string;
  unitOfMeasure: string;
  unit: string;
  orgUnit: string;
  figure: CellFigure;
  version: number;
  isChanged: boolean;
  approval: ApprovalState | null;
  evidence: number;
  state: ItemState;
  conclusion: Conclusion | null;
};

/** A sample as it was drawn. `by` is empty for a person who was erased. */
export type SampleView = {
  id: string;
  rule: SampleRule;
  seed: string;
  within: string;
  population: number;
  populationPrint: string;
  by: string;
  at: string;
};

/** The samples of a year, the newest first. */
export async function getSamples(organisationId: string, year: number): Promise<SampleView[]> {
  const rows = await database.$queryRaw<(Omit<SampleView, "at"> & { at: Date })[]>`
    SELECT s."id", s."rule", s."seed", s."within", s."population", s."populationPrint", COALESCE(u."name", '') AS "by", s."drawnAt" AS "at"
    FROM "AssuranceSample" s LEFT JOIN "User" u ON u."id" = s."drawnBy"
    WHERE s."organisationId" = ${organisationId}::uuid AND s."year" = ${year} ORDER BY s."drawnAt" DESC, s."id"`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

type Row = Omit<ItemRow, "name" | "figure" | "state"> &
  CellFigure & { nameDa: string; nameEn: string; acts: AssuranceAct[] };

/** The sampled values of a year, or the one of an id, in the order they were drawn. One read. */
export async function getItems(
  organisationId: string,
  year: number,
  locale: Locale,
  id: string | null = null,
): Promise<ItemRow[]> {
  const [kpi, at] = [Prisma.sql`k."id"`, Prisma.sql`${year}::int`];
  const one = id === null ? Prisma.empty : Prisma.sql`AND i."id" = ${id}::uuid`;
  const rows = await database.$queryRaw<Row[]>(Prisma.sql`
    WITH print AS (${definitionPrints(organisationId, year)}), last AS (${latestVerdicts(organisationId, year)})
    SELECT i."id", i."sampleId", i."position", i."kpiId", i."orgUnitId", i."year", k."code", definition."shortNameDa" AS "nameDa", definition."shortNameEn" AS "nameEn",
      definition."unitOfMeasure", o."code" AS "unit", o."name" AS "orgUnit", r."status", r."amount"::text, r."scale", r."men"::text, r."women"::text, i."version",
      v."version" IS DISTINCT FROM i."version" AS "isChanged", CASE WHEN v."status" IS NOT NULL THEN ${stateSql} END AS "approval",
      (SELECT count(*)::int FROM "Evidence" e WHERE e."organisationId" = i."organisationId" AND e."kpiId" = i."kpiId" AND e."orgUnitId" = i."orgUnitId" AND e."year" = i."year"
        AND NOT EXISTS (SELECT FROM "EvidenceWithdrawal" w WHERE w."evidenceId" = e."id")) AS "evidence",
      COALESCE((SELECT array_agg(e."act"::text ORDER BY e."position") FROM "AssuranceEntry" e WHERE e."itemId" = i."id"), '{}') AS "acts",
      (SELECT e."conclusion"::text FROM "AssuranceEntry" e WHERE e."itemId" = i."id" AND e."conclusion" IS NOT NULL ORDER BY e."position" DESC LIMIT 1) AS "conclusion"
    FROM "AssuranceItem" i JOIN "Kpi" k ON k."id" = i."kpiId" JOIN "OrgUnit" o ON o."id" = i."orgUnitId"
    JOIN "ValueRevision" r ON r."kpiId" = i."kpiId" AND r."orgUnitId" = i."orgUnitId" AND r."year" = i."year" AND r."version" = i."version"
    LEFT JOIN "YearlyValue" v ON v."kpiId" = i."kpiId" AND v."orgUnitId" = i."orgUnitId" AND v."year" = i."year"
    LEFT JOIN print ON print."kpiId" = i."kpiId" LEFT JOIN last ON last."kpiId" = i."kpiId" AND last."orgUnitId" = i."orgUnitId" ${definitionJoin(kpi, at)}
    WHERE i."organisationId" = ${organisationId}::uuid AND i."year" = ${year} ${one} ORDER BY i."sampleId", i."position"`);
  return rows.map(({ nameDa, nameEn, unitOfMeasure, status, amount, scale, men, women, acts, conclusion, ...row }) => {
    const state = itemStateOf(acts);
    return {
      ...row,
      name: locale === "da" ? nameDa : nameEn,
      unitOfMeasure: unitLabel(unitOfMeasure, locale, "long"),
      figure: { status, amount: plain(amount), scale, men: plain(men), women: plain(women) },
      state,
      conclusion: state === "concluded" ? conclusion : null,
    };
  });
}

/** What was done about a sampled value, in order; an auditor's notes for auditors only. */
export async function getLines(organisationId: string, itemId: string, isAuditor: boolean): Promise<AssuranceLine[]> {
  const rows = await database.$queryRaw<(Omit<AssuranceLine, "at"> & { at: Date })[]>`
    SELECT e."act", e."conclusion", e."text", COALESCE(u."name", '') AS "by", e."at" FROM "AssuranceEntry" e LEFT JOIN "User" u ON u."id" = e."actorId"
    WHERE e."organisationId" = ${organisationId}::uuid AND e."itemId" = ${itemId}::uuid ORDER BY e."position"`;
  return shownTo(rows, isAuditor).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
