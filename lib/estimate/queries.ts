import { database } from "@/lib/database/client";
import { Prisma, type ValueKind } from "@/lib/database/generated/client";
import { figuresOf } from "@/lib/evaluation/queries";
import type { Figure } from "@/lib/figure/model";
import { formulaInputs, versionIn } from "@/lib/kpi/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import { divide, fraction } from "@/lib/number/fraction";
import { percentOf } from "@/lib/coverage/model";
import { measure } from "@/lib/quantity/model";
import { plain } from "@/lib/value/model";
import { definitionJoin } from "@/lib/value/collection/queries";
import { dependantsOf, trueUp, type OpenEstimate, type TrueUp } from "./model";

/** Most true-ups listed: several years of a large organisation. */
const mostTrueUps = 200;

type Said = {
  year: number;
  amount: string | null;
  scale: number | null;
  men: string | null;
  women: string | null;
  isExample: boolean;
  basis: string;
  source: string;
};
type Placed = {
  code: string;
  name: string;
  unitOfMeasure: string;
  valueKind: ValueKind;
  orgUnitId: string;
  orgUnit: string | null;
};

/** SQL: the name a KPI has in the year, and its unit of measure, beside `value`'s row. */
function placed(locale: Locale): Prisma.Sql {
  const name = locale === "da" ? Prisma.sql`definition."shortNameDa"` : Prisma.sql`definition."shortNameEn"`;
  return Prisma.sql`kpi."code", ${name} AS "name", definition."unitOfMeasure", definition."valueKind",
    unit."id" AS "orgUnitId", CASE WHEN unit."isRoot" THEN NULL ELSE unit."name" END AS "orgUnit"`;
}

/** The estimates that wait for a real figure, the latest year first; what hangs on each follows from the figures of its year. */
export async function listEstimates(
  organisationId: string,
  dataVersion: string,
  locale: Locale,
): Promise<OpenEstimate[]> {
  const rows = await database.$queryRaw<(Said & Placed & { since: Date })[]>(Prisma.sql`
    SELECT ${placed(locale)}, value."year", value."amount"::text, value."scale", value."men"::text, value."women"::text,
      value."isExample", value."basis", value."source", since."at" AS "since"
    FROM "YearlyValue" value
    JOIN "Kpi" kpi ON kpi."id" = value."kpiId" JOIN "OrgUnit" unit ON unit."id" = value."orgUnitId"
    ${definitionJoin(Prisma.sql`kpi."id"`, Prisma.sql`value."year"`)}
    -- Since the revision after the last one that was no estimate.
    CROSS JOIN LATERAL (SELECT min(r."at") AS "at" FROM "ValueRevision" r WHERE r."kpiId" = value."kpiId" AND r."orgUnitId" = value."orgUnitId" AND r."year" = value."year"
      AND r."version" > COALESCE((SELECT max(o."version") FROM "ValueRevision" o WHERE o."kpiId" = value."kpiId" AND o."orgUnitId" = value."orgUnitId" AND o."year" = value."year"
        AND o."status" IS DISTINCT FROM 'estimated'), 0)) since
    WHERE value."organisationId" = ${organisationId}::uuid AND value."status" = 'estimated'
    ORDER BY value."year" DESC, kpi."position", kpi."code", unit."isRoot" DESC, unit."position"`);
  const years = [...new Set(rows.map(({ year }) => year))];
  const views = new Map(
    await Promise.all(years.map(async (year) => [year, await figuresOf(organisationId, dataVersion, year)] as const)),
  );
  return rows.map(({ since, ...row }) => {
    const { orgUnitId } = row;
    const { kpis, facts, evaluate, tree } = views.get(row.year)!;
    const inputs = new Map(
      kpis.flatMap(({ code }): [string, string[]][] => {
        const formula = versionIn(facts.rules.get(code) ?? [], row.year)?.formula;
        return formula ? [[code, formulaInputs(formula)]] : [];
      }),
    );
    const nameOf = (code: string) => {
      const version = versionIn(kpis.find((kpi) => kpi.code === code)?.versions ?? [], row.year);
      return version ? version[locale === "da" ? "shortNameDa" : "shortNameEn"] : code;
    };
    const { rootId } = tree(row.year);
    const [own, whole] = [evaluate(row.code, orgUnitId, row.year), evaluate(row.code, rootId, row.year)];
    const isAdded = versionIn(facts.rules.get(row.code) ?? [], row.year)?.consolidation === "sum";
    const share =
      orgUnitId === rootId
        ? "100"
        : isAdded && own.quantity && whole.quantity && divide(fraction("1"), measure(whole.quantity))
          ? percentOf(measure(own.quantity), measure(whole.quantity))
          : null;
    return {
      ...placeOf(row),
      figure: figureOf(row, "estimated", locale),
      since: since.toISOString(),
      percent: share,
      makesEstimated: dependantsOf(row.code, inputs)
        .filter((code) => evaluate(code, rootId, row.year).status === "estimated")
        .map(nameOf),
    };
  });
}

/** How many estimates wait for a real figure. */
export function countEstimates(organisationId: string): Promise<number> {
  return database.yearlyValue.count({ where: { organisationId, status: "estimated" } });
}

/** What estimates turned out to be, the latest first; of one KPI where a code is given. */
export async function listTrueUps(organisationId: string, locale: Locale, code?: string): Promise<TrueUp[]> {
  type Pair = { [Key in keyof Said as Key extends "year" ? never : `was_${Key}`]: Said[Key] };
  const only = code === undefined ? Prisma.empty : Prisma.sql`AND kpi."code" = ${code}`;
  const rows = await database.$queryRaw<(Said & Placed & Pair & { at: Date })[]>(Prisma.sql`
    SELECT ${placed(locale)}, now."year", now."amount"::text, now."scale", now."men"::text, now."women"::text, now."isExample", now."basis", now."source", now."at",
      was."amount"::text AS "was_amount", was."scale" AS "was_scale", was."men"::text AS "was_men", was."women"::text AS "was_women",
      was."isExample" AS "was_isExample", was."basis" AS "was_basis", was."source" AS "was_source"
    FROM "ValueRevision" was
    JOIN "Kpi" kpi ON kpi."id" = was."kpiId" ${only} JOIN "OrgUnit" unit ON unit."id" = was."orgUnitId"
    ${definitionJoin(Prisma.sql`kpi."id"`, Prisma.sql`was."year"`)}
    -- The first real figure after the estimate, unless another estimate came between them.
    JOIN LATERAL (SELECT * FROM "ValueRevision" r WHERE r."kpiId" = was."kpiId" AND r."orgUnitId" = was."orgUnitId" AND r."year" = was."year"
      AND r."version" > was."version" AND r."status" IN ('reported', 'estimated') ORDER BY r."version" LIMIT 1) now ON now."status" = 'reported'
    WHERE was."organisationId" = ${organisationId}::uuid AND was."status" = 'estimated'
    ORDER BY now."at" DESC, kpi."position", unit."position" LIMIT ${mostTrueUps}`);
  return rows.flatMap((row) => {
    const actual = figureOf(row, "reported", locale);
    const { was_amount, was_scale, was_men, was_women, was_isExample, was_basis, was_source } = row;
    const was = { amount: was_amount, scale: was_scale, men: was_men, women: was_women };
    const estimate = figureOf(
      { ...was, year: row.year, isExample: was_isExample, basis: was_basis, source: was_source },
      "estimated",
      locale,
    );
    const difference = trueUp(estimate, actual);
    return difference ? [{ ...placeOf(row), estimate, actual, at: row.at.toISOString(), ...difference }] : [];
  });
}

function placeOf({ code, name, unitOfMeasure, valueKind, orgUnitId, orgUnit, year }: Placed & { year: number }) {
  return { code, name, unitOfMeasure, valueKind, orgUnitId, orgUnit, year };
}

function figureOf(
  { amount, scale, men, women, ...row }: Said,
  status: "estimated" | "reported",
  locale: Locale,
): Figure {
  const decimals = scale ?? 0;
  return {
    year: row.year,
    status,
    amount: amount === null ? null : fixed(amount, decimals),
    split: men !== null && women !== null ? { men: plain(men)!, women: plain(women)! } : null,
    decimals,
    origin: "entered",
    isExample: row.isExample,
    basis: remarkIn(row.basis, locale),
    comment: "",
    source: remarkIn(row.source, locale),
    coverage: null,
    lacks: [],
    restated: null,
  };
}

/** The database pads exact decimals to six; people entered fewer. */
function fixed(amount: string, decimals: number): string {
  const [whole = "", rest = ""] = amount.split(".");
  return decimals === 0 ? whole : `${whole}.${rest.padEnd(decimals, "0").slice(0, decimals)}`;
}
