import { database } from "@/lib/database/client";
import { Prisma, type ValueStatus } from "@/lib/database/generated/client";
import { evaluator } from "@/lib/evaluation/model";
import { loadFacts, type KpiRow } from "@/lib/evaluation/queries";
import { formulaInputs, versionIn } from "@/lib/kpi/model";
import { formulaSchema, type FixedFormula, type Formula } from "@/lib/kpi/schema";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import { definitionJoin, isAsked } from "@/lib/value/collection/queries";
import { plain, type StoredCell } from "@/lib/value/model";
import { figureOf } from "@/lib/year-view/model";
import type { EntrySheet, RowKind, SheetGroup, SheetRow } from "./model";

/**
 * The entry sheet of an org unit: its rows by pillar, with what is stored for the year and the two years before.
 * Null when the organisation has no such period or org unit. A fixed number of reads, whatever the number of KPIs.
 */
export async function getEntrySheet(
  organisationId: string,
  year: number,
  orgUnitCode: string,
  locale: Locale,
): Promise<EntrySheet | null> {
  const [orgUnit, period, pillars] = await Promise.all([
    database.orgUnit.findUnique({ where: { organisationId_code: { organisationId, code: orgUnitCode } } }),
    database.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId, year } } }),
    database.pillar.findMany({ where: { organisationId }, orderBy: { position: "asc" } }),
  ]);
  if (!orgUnit || !period) return null;
  const [{ kpis, facts }, asked, cells] = await Promise.all([
    loadFacts(organisationId, { from: year - 2, to: year }),
    askedOf(organisationId, orgUnit.id, year),
    database.yearlyValue.findMany({ where: { organisationId, orgUnitId: orgUnit.id, year: { in: [year - 1, year] } } }),
  ]);
  const { evaluate, tree } = evaluator(facts);
  const stored = new Map(cells.map((cell) => [`${cell.kpiId} ${cell.year}`, storedCell(cell)]));
  const kinds = kindsOf(kpis, year, orgUnit.isRoot, asked, (kpi) => stored.has(`${kpi.id} ${year}`));
  const rows = kpis.flatMap((kpi): (SheetRow & { pillar: string | null; position: number })[] => {
    const [version, kind] = [versionIn(kpi.versions, year), kinds.get(kpi.code)];
    if (!version || !kind) return [];
    const inLanguage = (key: "name" | "shortName" | "definition") => version[`${key}${locale === "da" ? "Da" : "En"}`];
    const figure = (at: number) =>
      figureOf(at, evaluate(kpi.code, orgUnit.id, at), versionIn(kpi.versions, at)?.decimals ?? null, tree(at));
    const { valueKind, unitOfMeasure, decimals } = version;
    return [
      {
        kpiId: kpi.id,
        code: kpi.code,
        name: inLanguage("name"),
        shortName: inLanguage("shortName"),
        definition: inLanguage("definition"),
        unitOfMeasure: unitLabel(unitOfMeasure, locale, "long"),
        kind,
        formula: fixedFormulaOf(kpi, year),
        decimals,
        rule: {
          valueKind,
          unitOfMeasure,
          minimum: version.minimum?.toFixed() ?? null,
          maximum: version.maximum?.toFixed() ?? null,
          tolerancePercent: version.tolerancePercent.toFixed(),
        },
        before: [figure(year - 2), figure(year - 1)],
        figure: figure(year),
        lastYear: stored.get(`${kpi.id} ${year - 1}`) ?? null,
        cell: stored.get(`${kpi.id} ${year}`) ?? null,
        pillar: kpi.pillar?.code ?? null,
        position: kpi.pillarPosition,
      },
    ];
  });
  const groups = [
    ...pillars.map((pillar): SheetGroup => ({
      code: pillar.code,
      name: locale === "da" ? pillar.nameDa : pillar.nameEn,
      colour: pillar.colour,
      rows: [],
    })),
    { code: "base", name: null, colour: null, rows: [] },
  ];
  for (const { pillar, position: _, ...row } of rows.sort((a, b) => a.position - b.position))
    groups.find((group) => group.code === (pillar ?? "base"))!.rows.push(row);
  return {
    year,
    orgUnit: { id: orgUnit.id, code: orgUnit.code, name: orgUnit.name, isRoot: orgUnit.isRoot },
    period: { state: period.state, dueOn: period.dueOn?.toISOString().slice(0, 10) ?? null },
    groups: groups.filter((group) => group.rows.length > 0),
  };
}

async function askedOf(organisationId: string, orgUnitId: string, year: number): Promise<Set<string>> {
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`${year}::int`];
  const rows = await database.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT kpi."id" FROM "Kpi" kpi JOIN "OrgUnit" org_unit ON org_unit."organisationId" = kpi."organisationId" AND org_unit."id" = ${orgUnitId}::uuid
    ${definitionJoin(kpi, at)} WHERE kpi."organisationId" = ${organisationId}::uuid AND ${isAsked(kpi, at)}`);
  return new Set(rows.map(({ id }) => id));
}

/** Which KPIs stand on the sheet, by code. A calculated one does where all it follows from does. */
function kindsOf(
  kpis: KpiRow[],
  year: number,
  isRoot: boolean,
  asked: Set<string>,
  isStored: (kpi: KpiRow) => boolean,
): Map<string, RowKind> {
  const kinds = new Map<string, RowKind>();
  for (const kpi of kpis) {
    const version = versionIn(kpi.versions, year);
    if (asked.has(kpi.id)) kinds.set(kpi.code, "asked");
    else if (version?.formula) continue;
    else if (isRoot && version?.collectionLevel === "orgUnit") kinds.set(kpi.code, "consolidated");
    else if (version && isStored(kpi)) kinds.set(kpi.code, "notAsked");
  }
  // A formula may follow from another: as often as there are KPIs is always enough, twice in practice.
  const formulas = kpis.flatMap((kpi) =>
    formulaOf(kpi, year) ? [{ code: kpi.code, inputs: formulaInputs(formulaOf(kpi, year)!) }] : [],
  );
  for (let before = -1; before !== kinds.size;) {
    before = kinds.size;
    for (const { code, inputs } of formulas)
      if (inputs.every((input) => kinds.has(input))) kinds.set(code, "calculated");
  }
  return kinds;
}

function formulaOf(kpi: KpiRow, year: number): Formula | null {
  const formula = versionIn(kpi.versions, year)?.formula ?? null;
  return formula === null ? null : formulaSchema.parse(formula);
}

/** What the page works out while figures are typed; an expression needs factors and units of measure, and is the server's. */
function fixedFormulaOf(kpi: KpiRow, year: number): FixedFormula | null {
  const formula = formulaOf(kpi, year);
  return formula?.kind === "expression" ? null : formula;
}

type Row = Prisma.YearlyValueGetPayload<object>;

function storedCell({
  status,
  amount,
  scale,
  men,
  women,
  basis,
  comment,
  source,
  version,
  origin,
  isExample,
  updatedAt,
}: Row): StoredCell {
  const exact = (figure: Row["amount"]) => plain(figure?.toFixed() ?? null);
  return {
    status: status as ValueStatus | null,
    amount: exact(amount),
    scale,
    men: exact(men),
    women: exact(women),
    basis,
    comment,
    source,
    version,
    origin,
    isExample,
    by: "",
    at: updatedAt.toISOString(),
  };
}
