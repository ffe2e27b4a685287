/** Aleris Danmark: the printed figures of 2019–2023, and 2024 under collection with example figures per hospital. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import {
  createFactor,
  createKpi,
  createOrganisation,
  createOrgUnits,
  createPeriods,
  recordValues,
  reviseValue,
  type KpiVersionInput,
  type ValueInput,
} from "./factory.ts";
import {
  baseSeries,
  calculatedFrom2024,
  collectedIndicators,
  contributed,
  exampleFigures,
  smallGroups,
  type Hospital,
} from "./aleris-hospitals.ts";
import { kpiReferences, kpiTexts } from "./aleris-kpi-texts.ts";
import {
  SCOPE2_CALCULATED_FROM,
  scope2Factors,
  scope2Formulas,
  scope2Heat,
  scope2HeatVersions,
} from "./aleris-scope2.ts";
import { reference, tableNames, targetNotes, type Indicator } from "./reference.ts";

type Database = PrismaClient | Prisma.TransactionClient;
type Made = { organisationId: string; rootId: string; hospitals: Map<string, string>; kpis: Map<string, string> };

const COLLECTION_STARTS = 2024;

/** Who enters the demo's figures: those of 2024 the people of the hospitals, so that somebody else can approve them. */
export type Authors = { controller: string; contributor: string; administrator: string };

/** Loads the organisation and its figures in the name of its people. */
export async function loadAleris(
  database: Database,
  authors: Authors,
): Promise<{ organisationId: string; orgUnits: Map<string, string> }> {
  const { id: organisationId, rootId } = await createOrganisation(database, {
    slug: "aleris",
    name: reference.organisation.name,
  });
  const hospitals = await createOrgUnits(database, organisationId, reference.organisation.units);
  await createPeriods(database, organisationId, reference.years);
  await createPeriods(database, organisationId, [COLLECTION_STARTS], "2025-02-15");
  const made: Made = { organisationId, rootId, hospitals, kpis: new Map() };
  const actorId = authors.controller;
  for (const factor of scope2Factors)
    await createFactor(database, organisationId, { actorId, at: new Date("2024-02-20T10:00:00Z") }, factor);
  await loadPillars(database, made);
  await loadFootnotes(database, made);
  await loadBreaks(database, made, actorId);
  await database.organisation.update({ where: { id: organisationId }, data: { fteKpiId: made.kpis.get("fte")! } });
  await loadFigures(database, made, authors);
  return { organisationId, orgUnits: hospitals };
}

/**
 * The same organisation before anything but the revenue was entered, under another slug and with its five years open:
 * what somebody meets who brings the printed appendix along.
 */
export async function loadOpenYears(
  database: Database,
  given: { slug: string; name: string; actorId: string },
): Promise<{ organisationId: string }> {
  const { id: organisationId, rootId } = await createOrganisation(database, { slug: given.slug, name: given.name });
  const hospitals = await createOrgUnits(database, organisationId, reference.organisation.units);
  await createPeriods(database, organisationId, reference.years);
  const made: Made = { organisationId, rootId, hospitals, kpis: new Map() };
  await loadPillars(database, made);
  // Printed figures are typed in: nothing of these years is worked out from emission factors yet.
  await database.kpiVersion.deleteMany({
    where: { organisationId, validFromYear: { gt: 2019, lte: 2023 }, kpi: { purpose: "indicator" } },
  });
  const revenue = reference.base.flatMap((row) =>
    reference.years.map((year): ValueInput => ({
      kpiId: made.kpis.get(row.code)!,
      orgUnitId: rootId,
      year,
      figure: row.values[year]!,
    })),
  );
  await recordValues(
    database,
    organisationId,
    { actorId: given.actorId, at: new Date("2024-03-05T09:20:00Z") },
    revenue,
  );
  return { organisationId };
}

async function loadPillars(database: Database, made: Made): Promise<void> {
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

const indicator = (code: string) => reference.indicators.find((row) => row.code === code)!;

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
    unitOfMeasure: base.unit,
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

async function loadFootnotes(database: Database, made: Made): Promise<void> {
  const onlyThisYear = new Set(["scope2-mixed-years", "heat-water-pending"]);
  // Which org units a figure covers is written by the product from the figures' coverage.
  const generated = new Set(["waste-coverage", "organic-coverage"]);
  for (const [code, text] of Object.entries(reference.footnotes)) {
    if (generated.has(code)) continue;
    const uses = reference.indicators
      .filter((row) => row.footnote === code)
      .map((row) => ({
        kpiId: made.kpis.get(row.code)!,
        fromYear: onlyThisYear.has(code) ? 2023 : 2019,
        toYear: onlyThisYear.has(code) ? 2023 : null,
      }));
    const footnote = await database.footnote.create({
      data: { organisationId: made.organisationId, code, textDa: text.da, textEn: text.en },
    });
    await database.footnoteUse.createMany({
      data: uses.map((use) => ({ ...use, organisationId: made.organisationId, footnoteId: footnote.id })),
    });
  }
  for (const benchmark of reference.benchmarks) {
    await database.benchmark.create({
      data: {
        organisationId: made.organisationId,
        kpiId: made.kpis.get(benchmark.code)!,
        year: 2023,
        labelDa: benchmark.label.da,
        labelEn: benchmark.label.en,
        amount: benchmark.value,
      },
    });
  }
}

/** Where a series breaks: the one the source states, and an example of a method that changed with the collection per hospital. */
async function loadBreaks(database: Database, made: Made, actorId: string): Promise<void> {
  const breaks = [
    {
      code: "cnps",
      year: 2023,
      kind: "newSeries" as const,
      noteDa: "cNPS måles på en skala fra 0 til 10; mNPS før den brugte fire punkter.",
      noteEn: "cNPS is measured on a scale from 0 to 10; mNPS before it used four points.",
    },
    {
      code: "injuries",
      year: COLLECTION_STARTS,
      kind: "methodChange" as const,
      noteDa:
        "Eksempel: fra 2024 regnes procenten af hospitalernes ulykker og fuldtidsstillinger i stedet for at blive indberettet samlet.",
      noteEn:
        "Example: from 2024 the percentage is calculated from the hospitals' accidents and full-time equivalents instead of being reported as one.",
    },
  ];
  await database.seriesBreak.createMany({
    data: breaks.map(({ code, ...one }) => ({
      ...one,
      organisationId: made.organisationId,
      kpiId: made.kpis.get(code)!,
      createdBy: actorId,
      createdAt: new Date(`${one.year + 1}-03-05T09:30:00Z`),
    })),
  });
}

/** Org units a printed figure covers, when it is not all. */
const coverage: Record<string, string[]> = {
  waste: ["København", "Aalborg", "Ringsted", "Esbjerg"],
  "waste-recycled-share": ["København", "Aalborg", "Ringsted", "Esbjerg"],
  "organic-share": ["København", "Esbjerg"],
};

const statuses = { pending: "pending", "not-reported": "notMeasured", discontinued: "discontinued" } as const;

async function loadFigures(database: Database, made: Made, authors: Authors): Promise<void> {
  const actorId = authors.controller;
  const idOf = (code: string) => made.kpis.get(code)!;
  const covers = (code: string) => (coverage[code] ?? []).map((name) => made.hospitals.get(name)!);
  for (const year of reference.years) {
    const printed = reference.indicators
      .filter((row) => !row.calculation && !(row.code in scope2Formulas && year >= SCOPE2_CALCULATED_FROM))
      .map((row) => ({
        kpiId: idOf(row.code),
        orgUnitId: made.rootId,
        year,
        ...printedCell(row, year, covers(row.code)),
      }));
    const base = reference.base.map((row): ValueInput => ({
      kpiId: idOf(row.code),
      orgUnitId: made.rootId,
      year,
      figure: row.values[year]!,
      origin: row.origin[year] === "derived" ? "derived" : "entered",
      basis:
        row.origin[year] === "derived"
          ? "Regnet tilbage fra de trykte intensiteter. | Calculated back from the printed intensities."
          : "",
    }));
    await recordValues(database, made.organisationId, { actorId, at: new Date(`${year + 1}-03-05T09:20:00Z`) }, [
      ...printed,
      ...base,
      ...(year === 2023 ? [estimatedHeat(idOf(scope2Heat), made.rootId)] : []),
    ]);
  }
  const series = [...collectedIndicators, ...baseSeries].flatMap((one) =>
    exampleFigures(one).map((figure) => ({ code: one.code, ...figure })),
  );
  const examplesOf = (year: number, authorOf: (hospital: Hospital) => string, author: string) =>
    series
      .filter((row) => row.year === year && authorOf(row.hospital) === author)
      .map((row): ValueInput => ({
        kpiId: idOf(row.code),
        orgUnitId: made.hospitals.get(row.hospital)!,
        year,
        figure: row.figure,
        isExample: true,
        ...estimateOf(row),
      }));
  const authorOf = (hospital: Hospital) =>
    contributed.includes(hospital) ? authors.contributor : authors.administrator;
  const record = (year: number, author: string, values: ValueInput[]) =>
    recordValues(
      database,
      made.organisationId,
      { actorId: author, at: new Date(`${year + 1}-01-28T12:15:00Z`) },
      values,
    );
  await record(
    2023,
    actorId,
    examplesOf(2023, () => actorId, actorId),
  );
  for (const author of [authors.contributor, authors.administrator])
    await record(COLLECTION_STARTS, author, examplesOf(COLLECTION_STARTS, authorOf, author));
  await record(COLLECTION_STARTS, actorId, [
    pendingHeat(idOf("heating"), made.hospitals.get("Aleris PP")!),
    payrollFte(idOf("fte"), made.rootId),
  ]);
  const settled = series.find(
    (row) => row.code === "heating" && row.hospital === "Ringsted" && row.year === COLLECTION_STARTS,
  )!;
  await reviseValue(
    database,
    made.organisationId,
    { actorId: authors.administrator, at: new Date(`${COLLECTION_STARTS + 1}-02-10T08:40:00Z`) },
    {
      kpiId: idOf("heating"),
      orgUnitId: made.hospitals.get("Ringsted")!,
      year: COLLECTION_STARTS,
      figure: settled.figure,
      isExample: true,
    },
  );
}

const estimatedHeat = (kpiId: string, orgUnitId: string): ValueInput => ({
  kpiId,
  orgUnitId,
  year: 2023,
  status: "estimated",
  figure: indicator("heating").values[2022] as string,
  basis: "Varmen er forbruget i 2022. | The heat is the consumption of 2022.",
});

/** Heat of 2024 that was first estimated by the year before: Ringsted's has been settled since, the laboratory's has not. */
function estimateOf({ code, hospital, year }: { code: string; hospital: Hospital; year: number }): Partial<ValueInput> {
  if (code !== "heating" || year !== COLLECTION_STARTS || (hospital !== "Ringsted" && hospital !== "IN-LAB")) return {};
  const heat = collectedIndicators.find((one) => one.code === "heating")!;
  const before = exampleFigures(heat).find((row) => row.hospital === hospital && row.year === year - 1)!;
  return {
    status: "estimated",
    figure: before.figure,
    basis: `Eksempel: forbruget i ${year - 1}. | Example: the consumption of ${year - 1}.`,
  };
}

/** The organisation's own figure beside the sum of the hospitals, one of which has not delivered. */
const payrollFte = (kpiId: string, orgUnitId: string): ValueInput => ({
  kpiId,
  orgUnitId,
  year: COLLECTION_STARTS,
  figure: "781",
  isExample: true,
  source: "Eksempel: lønsystemet | Example: the payroll system",
});

const pendingHeat = (kpiId: string, orgUnitId: string): ValueInput => ({
  kpiId,
  orgUnitId,
  year: COLLECTION_STARTS,
  status: "pending",
  isExample: true,
  basis: "Eksempel: årsopgørelsen ventes 28.02.2025. | Example: the yearly statement is expected on 28.02.2025.",
});

const notStated =
  "Forsyningens årsopgørelse var ikke kommet ved udgivelsen. | The utility's yearly statement had not come when the report was published.";

function printedCell(row: Indicator, year: number, covers: string[]): Partial<ValueInput> {
  const printed = row.values[year]!;
  const status = typeof printed === "string" ? statuses[printed as keyof typeof statuses] : undefined;
  if (status) return { status, basis: status === "pending" ? notStated : "" };
  if (row.estimated?.includes(String(year)))
    return {
      status: "estimated",
      figure: printed,
      covers,
      basis: `Varmen er forbruget i ${year - 1}. | The heat is the consumption of ${year - 1}.`,
    };
  return { figure: printed, covers };
}
