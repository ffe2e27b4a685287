import type { Prisma } from "@/lib/database/generated/client";
import type { FormulaText } from "@/lib/kpi/schema";
import type { KpiSetup } from "../schema";

/** Everything set up about a KPI, in one read. */
export const kpisWithAll = {
  pillar: { select: { code: true } },
  parent: { select: { code: true } },
  replaces: { select: { code: true } },
  versions: { include: { weightKpi: { select: { code: true } } } },
  collections: true,
  targets: true,
  benchmarks: true,
  breaks: true,
  references: true,
} as const satisfies Prisma.KpiInclude;

type Row = Prisma.KpiGetPayload<{ include: typeof kpisWithAll }>;

/** One KPI as a set-up file says it. `codeOf`: an org unit's code in the file. */
export function kpiSetup(row: Row, codeOf: (id: string | null) => string | null): KpiSetup {
  return {
    code: row.code,
    purpose: row.purpose,
    pillar: row.pillar?.code ?? null,
    pillarPosition: row.pillarPosition,
    appendixPart: row.appendixPart,
    tableDa: row.tableDa,
    tableEn: row.tableEn,
    parent: row.parent?.code ?? null,
    replaces: row.replaces?.code ?? null,
    lastYear: row.lastYear,
    needsFourEyes: row.needsFourEyes,
    definitions: row.versions.map(definition),
    collectedAt: row.collections.map(({ orgUnitId, fromYear, toYear }) => ({
      orgUnit: codeOf(orgUnitId)!,
      from: fromYear,
      to: toYear,
    })),
    targets: row.targets.map((target) => ({
      year: target.year,
      orgUnit: codeOf(target.orgUnitId),
      kind: target.kind,
      limit: exact(target.amount, target.scale),
      men: exact(target.men),
      women: exact(target.women),
      baselineYear: target.baselineYear,
      setInYear: target.setInYear,
      printsUnit: target.printsUnit,
      noteDa: target.noteDa,
      noteEn: target.noteEn,
    })),
    benchmarks: row.benchmarks.map(({ year, labelDa, labelEn, amount, scale }) => ({
      year,
      labelDa,
      labelEn,
      amount: exact(amount, scale)!,
    })),
    breaks: row.breaks.map(({ year, kind, noteDa, noteEn }) => ({ year, kind, noteDa, noteEn })),
    references: row.references.map(({ framework, edition, disclosure }) => ({ framework, edition, disclosure })),
  };
}

function definition(version: Row["versions"][number]): KpiSetup["definitions"][number] {
  return {
    from: version.validFromYear,
    nameDa: version.nameDa,
    nameEn: version.nameEn,
    shortNameDa: version.shortNameDa,
    shortNameEn: version.shortNameEn,
    definitionDa: version.definitionDa,
    definitionEn: version.definitionEn,
    unitOfMeasure: version.unitOfMeasure,
    valueKind: version.valueKind,
    direction: version.direction,
    decimals: version.decimals,
    collected: version.collectionLevel,
    consolidation: version.consolidation,
    weighedBy: version.weightKpi?.code ?? null,
    smallGroup: version.smallGroup,
    formula: version.formula as FormulaText | null,
    minimum: exact(version.minimum),
    maximum: exact(version.maximum),
    tolerancePercent: version.tolerancePercent.toFixed(),
  };
}

/** Exact, with at least the decimals it was stated with. */
function exact(amount: Prisma.Decimal | null, scale = 0): string | null {
  return amount && amount.toFixed(Math.max(scale, amount.decimalPlaces()));
}
