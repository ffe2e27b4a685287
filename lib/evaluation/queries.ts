import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { formulaSchema } from "@/lib/kpi/schema";
import { memo } from "@/lib/memo/model";
import type { Tree } from "@/lib/org-unit/model";
import { numberQuantity, splitQuantity, type Quantity } from "@/lib/quantity/model";
import { evaluator, noFigure, type Evaluated, type Facts, type Rule } from "./model";

const kpiShape = {
  pillar: { select: { code: true } },
  parent: { select: { code: true } },
  versions: { include: { weightKpi: { select: { code: true } } }, orderBy: { validFromYear: "asc" } },
  targets: { where: { orgUnitId: null }, orderBy: { year: "asc" } },
  benchmarks: { orderBy: { year: "asc" } },
  footnotes: { include: { footnote: { select: { code: true } } } },
  breaks: { orderBy: { year: "asc" } },
} satisfies Prisma.KpiInclude;

/** A KPI with its versions, targets, benchmarks, footnote marks and series breaks. */
export type KpiRow = Prisma.KpiGetPayload<{ include: typeof kpiShape }>;

/** The organisation's KPIs in appendix order, and the facts every figure of the given years follows from, as `reader` (a transaction, say) sees them. Six reads, whatever the number of KPIs. */
export async function loadFacts(
  organisationId: string,
  years: { from: number; to: number },
  reader: Prisma.TransactionClient = database,
): Promise<{ kpis: KpiRow[]; facts: Facts }> {
  const [kpis, orgUnits, placements, values, choices] = await Promise.all([
    reader.kpi.findMany({
      where: { organisationId },
      include: kpiShape,
      orderBy: [{ position: "asc" }, { code: "asc" }],
    }),
    reader.orgUnit.findMany({ where: { organisationId }, orderBy: { position: "asc" } }),
    reader.orgUnitPlacement.findMany({ where: { organisationId } }),
    reader.yearlyValue.findMany({
      where: { organisationId, year: { gte: years.from, lte: years.to }, status: { not: null } },
      include: { coverage: true },
    }),
    reader.countingChoice.findMany({
      where: { organisationId, year: { gte: years.from, lte: years.to }, counts: "consolidated" },
      select: { kpiId: true, orgUnitId: true, year: true },
    }),
  ]);
  const codes = new Map(kpis.map((kpi) => [kpi.id, kpi.code]));
  const cells = new Map(values.map((row) => [key(codes.get(row.kpiId)!, row.orgUnitId, row.year), storedCell(row)]));
  const summed = new Set(choices.map((row) => key(codes.get(row.kpiId)!, row.orgUnitId, row.year)));
  const facts: Facts = {
    orgUnits: orgUnits.map((row) => ({ ...row, opensOn: day(row.opensOn), closesOn: day(row.closesOn) })),
    placements: placements.map((row) => ({ ...row, validFrom: day(row.validFrom)! })),
    rules: new Map(kpis.map((kpi) => [kpi.code, kpi.versions.map(ruleOf)])),
    stored: (code, orgUnitId, year) => cells.get(key(code, orgUnitId, year)) ?? null,
    factorOf: () => null,
    counts: (code, orgUnitId, year) => (summed.has(key(code, orgUnitId, year)) ? "consolidated" : "entered"),
  };
  return { kpis, facts };
}

/** Years before the reporting year that any page looks back to. */
const YEARS_BACK = 5;
const KEPT = 12;

/**
 * An organisation's KPIs and its figures, evaluated on request, of a reporting year and the five before it; kept per
 * version of its data (Organisation.dataVersion as the request saw it).
 */
export const figuresOf = memo(KEPT, async (organisationId: string, _dataVersion: string, year: number) => {
  const { kpis, facts } = await loadFacts(organisationId, { from: year - YEARS_BACK, to: year });
  const trees = new Map<number, Tree>();
  return { kpis, facts, trees, ...evaluator(facts, trees) };
});

const key = (code: string, orgUnitId: string, year: number) => `${code} ${orgUnitId} ${year}`;

const day = (date: Date | null) => date && date.toISOString().slice(0, 10);

function ruleOf(version: KpiRow["versions"][number]): Rule {
  const { validFromYear, unitOfMeasure, collectionLevel, consolidation, decimals } = version;
  return {
    validFromYear,
    unitOfMeasure,
    collectionLevel,
    consolidation,
    decimals,
    weightCode: version.weightKpi?.code ?? null,
    formula: version.formula === null ? null : formulaSchema.parse(version.formula),
  };
}

type ValueRow = Prisma.YearlyValueGetPayload<{ include: { coverage: true } }>;

function storedCell(row: ValueRow): Evaluated {
  const { status, scale, origin, isExample, basis, comment, source, coverage } = row;
  const covers = coverage.length > 0 ? new Set(coverage.map((entry) => entry.orgUnitId)) : null;
  return {
    ...noFigure,
    status: status!,
    quantity: quantityOf(row),
    scale,
    origin,
    isExample,
    basis,
    comment,
    source,
    covers,
  };
}

function quantityOf({ amount, men, women }: ValueRow): Quantity | null {
  if (amount) return numberQuantity(amount.toFixed());
  return men && women ? splitQuantity(men.toFixed(), women.toFixed()) : null;
}
