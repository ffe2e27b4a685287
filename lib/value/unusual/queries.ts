import { database } from "@/lib/database/client";
import { Prisma, type ValueStatus } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { isAsked } from "@/lib/value/collection/queries";
import { getConfirmations } from "@/lib/value/confirmation/queries";
import { plain, type CellContent, type CellFigure } from "@/lib/value/model";
import { questionsTo } from "@/lib/value/question/model";
import type { UnusualFigure } from "./model";

/** Most figures that are looked at: where more than these are unusual, the questions are what is wrong. */
const mostFigures = 500;

type Row = {
  kpiId: string;
  orgUnitId: string;
  kpiCode: string;
  kpiName: string;
  unitCode: string;
  unitName: string;
  minimum: string | null;
  maximum: string | null;
  tolerance: string;
  status: ValueStatus;
  amount: string | null;
  scale: number | null;
  men: string | null;
  women: string | null;
  basis: string;
  beforeStatus: ValueStatus | null;
  beforeAmount: string | null;
  beforeScale: number | null;
  beforeMen: string | null;
  beforeWomen: string | null;
  whole: string | null;
  wholeName: string | null;
  wholeCode: string | null;
};

/**
 * The figures of a year that raise questions, by org unit, with the answers to them. `orgUnitIds` narrows it to a
 * contributor's own org units; null: all. The database picks those that may be unusual; lib/value/question decides.
 */
export async function getUnusualFigures(
  organisationId: string,
  year: number,
  orgUnitIds: string[] | null,
  locale: Locale,
): Promise<UnusualFigure[]> {
  const [rows, answers] = await Promise.all([
    candidates(organisationId, year, orgUnitIds, locale),
    getConfirmations(organisationId, [year], orgUnitIds),
  ]);
  return rows.flatMap((row) => {
    const content: CellContent = { ...figureOf(row), basis: row.basis, comment: "", source: "" };
    const lastYear = row.beforeStatus === null ? null : beforeOf(row);
    const rule = { minimum: plain(row.minimum), maximum: plain(row.maximum), tolerancePercent: row.tolerance };
    const whole =
      row.whole === null
        ? []
        : [{ isWhole: false, other: row.wholeName!, figure: { ...figureOf(row), amount: plain(row.whole) } }];
    return questionsTo(content, rule, lastYear, whole).map((question): UnusualFigure => ({
      orgUnit: { id: row.orgUnitId, code: row.unitCode, name: row.unitName },
      wholeCode: row.wholeCode,
      kpi: { code: row.kpiCode, name: row.kpiName },
      content,
      lastYear,
      question,
      confirmed:
        answers.find(
          (one) => one.kpiId === row.kpiId && one.orgUnitId === row.orgUnitId && one.code === question.code,
        ) ?? null,
    }));
  });
}

function figureOf({ status, amount, scale, men, women }: Row): CellFigure {
  return { status, amount: plain(amount), scale, men: plain(men), women: plain(women) };
}

function beforeOf({ beforeStatus, beforeAmount, beforeScale, beforeMen, beforeWomen }: Row): CellFigure {
  return {
    status: beforeStatus,
    amount: plain(beforeAmount),
    scale: beforeScale,
    men: plain(beforeMen),
    women: plain(beforeWomen),
  };
}

/** SQL: of every KPI of an organisation, the definition that holds in a year. */
function definitionsIn(organisationId: string, year: number): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT ON (v."kpiId") v.* FROM "KpiVersion" v
    WHERE v."organisationId" = ${organisationId}::uuid AND v."validFromYear" <= ${year} ORDER BY v."kpiId", v."validFromYear" DESC`;
}

function candidates(organisationId: string, year: number, orgUnitIds: string[] | null, locale: Locale): Promise<Row[]> {
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`${year}::int`];
  const own = orgUnitIds ? Prisma.sql`AND value."orgUnitId" = ANY(${orgUnitIds}::uuid[])` : Prisma.empty;
  const name = locale === "da" ? Prisma.sql`"shortNameDa"` : Prisma.sql`"shortNameEn"`;
  // Definitions and shares once for the year, not once for each of twenty thousand values.
  return database.$queryRaw<Row[]>(Prisma.sql`
    WITH definition AS MATERIALIZED (${definitionsIn(organisationId, year)}), was AS MATERIALIZED (${definitionsIn(organisationId, year - 1)}),
    part_of AS MATERIALIZED (
      SELECT of."formula"->>'part' AS "part", whole_kpi."id" AS "wholeId", whole_kpi."code", whole_name.${name} AS "name"
      FROM definition of JOIN "Kpi" whole_kpi ON whole_kpi."organisationId" = ${organisationId}::uuid AND whole_kpi."code" = of."formula"->>'whole'
      JOIN definition whole_name ON whole_name."kpiId" = whole_kpi."id" WHERE of."formula"->>'kind' = 'share'
    )
    SELECT kpi."id" AS "kpiId", org_unit."id" AS "orgUnitId", kpi."code" AS "kpiCode", definition.${name} AS "kpiName", org_unit."code" AS "unitCode", org_unit."name" AS "unitName",
      definition."minimum"::text, definition."maximum"::text, definition."tolerancePercent"::text AS "tolerance",
      value."status", value."amount"::text, value."scale", value."men"::text, value."women"::text, value."basis",
      before."status" AS "beforeStatus", before."amount"::text AS "beforeAmount", before."scale" AS "beforeScale", before."men"::text AS "beforeMen", before."women"::text AS "beforeWomen",
      share."whole"::text, share."name" AS "wholeName", share."code" AS "wholeCode"
    FROM "YearlyValue" value
    JOIN "Kpi" kpi ON kpi."id" = value."kpiId"
    JOIN "OrgUnit" org_unit ON org_unit."id" = value."orgUnitId"
    JOIN definition ON definition."kpiId" = value."kpiId" LEFT JOIN was ON was."kpiId" = value."kpiId"
    LEFT JOIN "YearlyValue" before ON before."kpiId" = value."kpiId" AND before."orgUnitId" = value."orgUnitId" AND before."year" = ${year - 1}
      AND was."unitOfMeasure" = definition."unitOfMeasure" AND was."valueKind" = definition."valueKind"
    LEFT JOIN LATERAL (
      SELECT whole_value."amount" AS "whole", part_of."name", part_of."code" FROM part_of
      JOIN "YearlyValue" whole_value ON whole_value."kpiId" = part_of."wholeId" AND whole_value."orgUnitId" = value."orgUnitId" AND whole_value."year" = ${year}
      WHERE part_of."part" = kpi."code" AND whole_value."amount" < value."amount" LIMIT 1) share ON true
    WHERE value."organisationId" = ${organisationId}::uuid AND value."year" = ${year} AND value."status" IN ('reported', 'estimated') ${own} AND ${isAsked(kpi, at)}
      AND (share."whole" IS NOT NULL OR value."status" = 'estimated' AND btrim(value."basis") = ''
        OR abs(value."amount" - before."amount") * 100 > abs(before."amount") * definition."tolerancePercent" OR value."amount" = before."amount"
        OR abs(value."men" - before."men") * 100 > before."men" * definition."tolerancePercent" OR value."men" = before."men")
    ORDER BY org_unit."isRoot" DESC, org_unit."position", kpi."pillarPosition", kpi."code" LIMIT ${mostFigures}`);
}
