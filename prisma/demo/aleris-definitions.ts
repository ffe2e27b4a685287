/** Pillars, KPIs, base data and targets of the Aleris demo. */
import { COLLECTION_STARTS, type Database, type Made } from "./aleris-made.ts";
import { createKpi, type KpiVersionInput } from "./factory.ts";
import { baseSeries, calculatedFrom2024, collectedIndicators, smallGroups, type Hospital } from "./aleris-hospitals.ts";
import { kpiReferences } from "./aleris-kpi-references.ts";
import { kpiTexts } from "./aleris-kpi-texts.ts";
import { SCOPE2_CALCULATED_FROM, scope2Formulas, scope2Heat, scope2HeatVersions } from "./aleris-scope2.ts";
import { indicator, reference, tableNames, targetNotes, type Indicator } from "./reference.ts";

/** Pillars with their themes, and the KPIs and base data below them. */
export async function loadPillars(database: Database, made: Made): Promise<void> {
  for (const [position, pillar] of reference.pillars.entries()) {
    const isGuiding = pillar.themes.length > 0;
    const row = await database.pillar.create({
      data: {
        organisationId: made.organisationId,
        code: pillar.code,
        nameDa: pillar.name.da,
        nameEn: pillar.name.en,
        position,
        isGuiding,
        sdgs: pillar.sdgs,
        colour: isGuiding ? pillar.code : "ethics",
        themes: {
          create: pillar.themes.map((theme, order) => ({ nameDa: theme.da, nameEn: theme.en, position: order })),
        },
      },
    });
    for (const [pillarPosition, code] of pillar.indicators.entries())
      await loadIndicator(database, made, indicator(code), { pillarId: row.id, pillarPosition });
    for (const base of baseSeries.filter((series) => series.pillar === pillar.code))
      await loadBase(database, made, base, row.id);
    if (pillar.indicators.includes("scope2-location")) {
      const heat = { code: scope2Heat, purpose: "base" as const, pillarId: row.id, position: 490 };
      made.kpis.set(scope2Heat, await createKpi(database, made.organisationId, heat, scope2HeatVersions));
    }
  }
  await linkIndicators(database, made);
  for (const base of reference.base) {
    const version = {
      nameDa: base.name.da,
      nameEn: base.name.en,
      shortNameDa: base.name.da,
      shortNameEn: base.name.en,
      unitOfMeasure: base.unit,
      minimum: "0",
      validFromYear: 2019,
    };
    made.kpis.set(
      base.code,
      await createKpi(database, made.organisationId, { code: base.code, purpose: "base", position: 1000 }, [version]),
    );
  }
}

async function loadIndicator(
  database: Database,
  made: Made,
  row: Indicator,
  place: { pillarId: string; pillarPosition: number },
): Promise<void> {
  const [shortNameDa, shortNameEn, definitionDa, definitionEn] = kpiTexts[row.code]!;
  const first: KpiVersionInput = {
    validFromYear: 2019,
    nameDa: row.name.da,
    nameEn: row.name.en,
    shortNameDa,
    shortNameEn,
    definitionDa,
    definitionEn,
    unitOfMeasure: row.unit,
    direction: row.direction,
    decimals: row.decimals ?? null,
    valueKind: row.direction === "balance" ? "split" : "number",
    smallGroup: smallGroups[row.code],
    formula: row.calculation,
    ...bounds(row.unit),
  };
  const collected = collectedIndicators.find((series) => series.code === row.code);
  const calculated = calculatedFrom2024[row.code];
  const later: KpiVersionInput[] = collected
    ? [{ ...first, validFromYear: COLLECTION_STARTS, collectionLevel: "orgUnit", consolidation: "sum" }]
    : calculated
      ? [{ ...first, validFromYear: COLLECTION_STARTS, ...calculated }]
      : row.code in scope2Formulas
        ? [{ ...first, validFromYear: SCOPE2_CALCULATED_FROM, formula: scope2Formulas[row.code], decimals: 0 }]
        : [];
  const position = reference.indicators.indexOf(row);
  const id = await createKpi(
    database,
    made.organisationId,
    {
      code: row.code,
      appendixPart: row.section,
      tableDa: row.table,
      tableEn: tableNames[row.table]!,
      position,
      ...place,
    },
    [first, ...later],
  );
  made.kpis.set(row.code, id);
  await collectAt(database, made, id, collected?.at);
  await loadTarget(database, made, row, id);
  const references = (kpiReferences[row.code] ?? []).map(([framework, edition, disclosure]) => ({
    organisationId: made.organisationId,
    kpiId: id,
    framework,
    edition,
    disclosure,
  }));
  await database.kpiReference.createMany({ data: references });
}

async function loadBase(
  database: Database,
  made: Made,
  base: (typeof baseSeries)[number],
  pillarId: string,
): Promise<void> {
  const version: KpiVersionInput = {
    validFromYear: COLLECTION_STARTS - 1,
    nameDa: base.nameDa,
    nameEn: base.nameEn,
    shortNameDa: base.nameDa,
    shortNameEn: base.nameEn,
    definitionDa: base.definitionDa,
    definitionEn: base.definitionEn,
    unitOfMeasure: base.unitOfMeasure,
    minimum: "0",
    collectionLevel: "orgUnit",
    consolidation: "sum",
    smallGroup: smallGroups[base.code],
  };
  const id = await createKpi(
    database,
    made.organisationId,
    { code: base.code, purpose: "base", pillarId, position: 500 + baseSeries.indexOf(base) },
    [version],
  );
  made.kpis.set(base.code, id);
  await collectAt(database, made, id, base.at);
}

async function collectAt(database: Database, made: Made, kpiId: string, at?: Hospital[]): Promise<void> {
  const rows = (at ?? []).map((hospital) => ({
    organisationId: made.organisationId,
    kpiId,
    orgUnitId: made.hospitals.get(hospital)!,
    fromYear: 2019,
  }));
  await database.kpiCollection.createMany({ data: rows });
}

/** Bounds no figure of that unit of measure can pass. */
function bounds(unit: string): { minimum?: string; maximum?: string } {
  if (unit.startsWith("score")) return { minimum: "-100", maximum: "100" };
  return unit.startsWith("%") || unit.startsWith("index") ? { minimum: "0", maximum: "100" } : { minimum: "0" };
}

const targetKinds = {
  "at-least": "atLeast",
  "at-most": "atMost",
  above: "above",
  below: "below",
  reduction: "reduction",
  distribution: "split",
} as const;

async function loadTarget(database: Database, made: Made, row: Indicator, kpiId: string): Promise<void> {
  const { kind, value, percent, baseline, men, women, printed } = row.target2024;
  if (kind === "none") return;
  const amount = value ?? percent;
  const [noteDa = "", noteEn = ""] = targetNotes[row.code] ?? [];
  await database.target.create({
    data: {
      organisationId: made.organisationId,
      kpiId,
      year: 2024,
      kind: targetKinds[kind as keyof typeof targetKinds],
      amount,
      men,
      women,
      noteDa,
      noteEn,
      setInYear: 2023,
      scale: amount?.split(".")[1]?.length ?? 0,
      baselineYear: baseline ? Number(baseline) : null,
      printsUnit: value !== undefined && printed.includes("%"),
    },
  });
}

/** Indents "relative to revenue" under its figure, and links a series to the one it took over from. */
async function linkIndicators(database: Database, made: Made): Promise<void> {
  for (const row of reference.indicators) {
    if (!row.calculation && !row.replaces) continue;
    const parentId = row.calculation ? made.kpis.get(row.calculation.numerator)! : null;
    await database.kpi.update({
      where: { id: made.kpis.get(row.code)! },
      data: { parentId, replacesId: row.replaces ? made.kpis.get(row.replaces)! : null },
    });
  }
}
