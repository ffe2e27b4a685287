import { database } from "@/lib/database/client";
import type { KpiVersion, Target } from "@/lib/database/generated/client";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import type { CheckWorld } from "@/lib/expression/checking/model";
import { formulaInputs, versionIn } from "@/lib/kpi/model";
import { formulaSchema, type FormulaText } from "@/lib/kpi/schema";

/** A KPI in the list of what is set up, by its latest definition. */
export type KpiLine = {
  code: string;
  purpose: "indicator" | "base";
  shortNameDa: string;
  shortNameEn: string;
  pillarCode: string | null;
  unitOfMeasure: string;
  collectionLevel: "organisation" | "orgUnit";
  isCalculated: boolean;
  versions: number;
  values: number;
};

/** Every KPI and series of base data with its latest definition. */
export async function listKpis(organisationId: string): Promise<KpiLine[]> {
  const [rows, counts] = await Promise.all([
    database.kpi.findMany({
      where: { organisationId },
      include: { pillar: { select: { code: true } }, versions: { orderBy: { validFromYear: "asc" } } },
      orderBy: [{ purpose: "desc" }, { position: "asc" }, { code: "asc" }],
    }),
    database.yearlyValue.groupBy({
      by: ["kpiId"],
      where: { organisationId, status: { not: null } },
      _count: { _all: true },
    }),
  ]);
  const countOf = new Map(counts.map(({ kpiId, _count }) => [kpiId, _count._all]));
  return rows.flatMap(({ id, code, purpose, pillar, versions }) => {
    const latest = versions.at(-1);
    if (!latest) return [];
    const { shortNameDa, shortNameEn, unitOfMeasure, collectionLevel, formula } = latest;
    return [
      {
        code,
        purpose,
        shortNameDa,
        shortNameEn,
        unitOfMeasure,
        collectionLevel,
        pillarCode: pillar?.code ?? null,
        isCalculated: formula !== null,
        versions: versions.length,
        values: countOf.get(id) ?? 0,
      },
    ];
  });
}

/** One definition as stored, with decimals as text and its formula as it is kept. */
export type DefinitionSetup = Omit<KpiVersion, "minimum" | "maximum" | "tolerancePercent" | "formula"> & {
  minimum: string | null;
  maximum: string | null;
  tolerancePercent: string;
  formula: FormulaText | null;
  weightCode: string | null;
};

/** A target as stored, with decimals as text. */
export type TargetSetup = Omit<Target, "amount" | "men" | "women"> & {
  amount: string | null;
  men: string | null;
  women: string | null;
};

/** Everything set up about one KPI; null when the organisation has none of that code. */
export async function findKpi(organisationId: string, code: string) {
  const kpi = await database.kpi.findUnique({
    where: { organisationId_code: { organisationId, code } },
    include: {
      versions: { include: { weightKpi: { select: { code: true } } }, orderBy: { validFromYear: "desc" } },
      targets: { where: { orgUnitId: null }, orderBy: { year: "asc" } },
      collections: { include: { orgUnit: { select: { name: true } } }, orderBy: [{ fromYear: "asc" }] },
      benchmarks: { orderBy: { year: "asc" } },
      footnotes: { include: { footnote: true }, orderBy: [{ fromYear: "asc" }] },
      references: {
        select: { framework: true, edition: true, disclosure: true },
        orderBy: [{ framework: "asc" }, { disclosure: "asc" }],
      },
    },
  });
  if (!kpi) return null;
  const { id, purpose, pillarId, appendixPart, ownerId, lastYear } = kpi;
  const definitions = kpi.versions.map(({ weightKpi, ...version }): DefinitionSetup => ({
    ...version,
    minimum: version.minimum?.toFixed() ?? null,
    maximum: version.maximum?.toFixed() ?? null,
    tolerancePercent: version.tolerancePercent.toFixed(),
    formula: version.formula as FormulaText | null,
    weightCode: weightKpi?.code ?? null,
  }));
  const targets = kpi.targets.map((target): TargetSetup => ({
    ...target,
    amount: target.amount?.toFixed(target.scale) ?? null,
    men: target.men?.toFixed() ?? null,
    women: target.women?.toFixed() ?? null,
  }));
  const collections = kpi.collections.map(({ orgUnit, orgUnitId, fromYear, toYear }) => ({
    orgUnitId,
    name: orgUnit.name,
    fromYear,
    toYear,
  }));
  const benchmarks = kpi.benchmarks.map(({ amount, scale, ...one }) => ({
    ...one,
    amount: amount.toFixed(Math.max(scale, amount.decimalPlaces())),
  }));
  const notes = kpi.footnotes.map(({ footnote, fromYear, toYear }) => ({ ...footnote, fromYear, toYear }));
  const values = await database.yearlyValue.count({ where: { organisationId, kpiId: id } });
  return {
    code,
    purpose,
    pillarId,
    appendixPart,
    ownerId,
    lastYear,
    values,
    definitions,
    targets,
    collections,
    benchmarks,
    notes,
    references: kpi.references,
  };
}

/** Who and what a KPI can be tied to: people with a role, pillars, other KPIs by code, org units, and footnotes. */
export async function kpiChoices(organisationId: string) {
  const [people, pillars, kpis, orgUnits, footnotes] = await Promise.all([
    database.user.findMany({
      where: { memberships: { some: { organisationId } }, disabledAt: null },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    database.pillar.findMany({
      where: { organisationId },
      select: { id: true, nameDa: true, nameEn: true },
      orderBy: { position: "asc" },
    }),
    database.kpi.findMany({ where: { organisationId }, select: { code: true }, orderBy: { code: "asc" } }),
    database.orgUnit.findMany({
      where: { organisationId, isRoot: false },
      select: { id: true, name: true },
      orderBy: { position: "asc" },
    }),
    database.footnote.findMany({ where: { organisationId }, orderBy: { code: "asc" } }),
  ]);
  return { people, pillars, codes: kpis.map(({ code }) => code), orgUnits, footnotes };
}

/** What an expression of a KPI may name in a year, to check it against. */
export async function checkWorld(
  organisationId: string,
  { code, unitOfMeasure, year }: { code: string; unitOfMeasure: string; year: number },
): Promise<CheckWorld> {
  const [rows, { versions: known }] = await Promise.all([
    database.kpi.findMany({ where: { organisationId }, select: { code: true, versions: true } }),
    loadFactorBook(organisationId),
  ]);
  const kpis = rows.flatMap((row) => {
    const version = versionIn(row.versions, year) ?? row.versions[0];
    if (!version) return [];
    const formula = version.formula === null ? null : formulaSchema.parse(version.formula);
    const inputs = formula === null ? [] : formulaInputs(formula);
    return [
      [row.code, { unitOfMeasure: version.unitOfMeasure, isSplit: version.valueKind === "split", inputs }] as const,
    ];
  });
  return { code, unitOfMeasure, kpis: new Map(kpis), factors: new Map(known.map((factor) => [factor.code, factor])) };
}
