import { database } from "@/lib/database/client";
import { Prisma, type ValueStatus } from "@/lib/database/generated/client";
import { evaluator } from "@/lib/evaluation/model";
import { loadFacts, type KpiRow } from "@/lib/evaluation/queries";
import { formulaInputs, hasEnded, versionIn } from "@/lib/kpi/model";
import { formulaSchema, type FixedFormula, type Formula } from "@/lib/kpi/schema";
import type { Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import { definitionJoin, isAsked } from "@/lib/value/collection/queries";
import { getConfirmations } from "@/lib/value/confirmation/queries";
import { plain, type StoredCell } from "@/lib/value/model";
import { figureOf } from "@/lib/year-view/model";
import type { EntrySheet, RowKind, SheetCell, SheetGroup, SheetRow } from "./model";

/** Sheets kept: those of a few organisations' org units while a year is collected. */
const KEPT_SHEETS = 64;

/**
 * The entry sheet of an org unit: its rows by pillar, with what is stored for the year and the two years before; for
 * `span` years beside each other, as far as there are reporting years. Null when the organisation has no such period
 * or org unit. A fixed number of reads, whatever the number of KPIs and years; one sheet per version of the
 * organisation's data (`dataVersion`, as the request saw it).
 */
export const getEntrySheet = memo(KEPT_SHEETS, makeSheet);

async function makeSheet(
  organisationId: string,
  _dataVersion: string,
  year: number,
  orgUnitCode: string,
  locale: Locale,
  span: number,
): Promise<EntrySheet | null> {
  const [orgUnit, periods, pillars, owners] = await Promise.all([
    database.orgUnit.findUnique({ where: { organisationId_code: { organisationId, code: orgUnitCode } } }),
    database.reportingPeriod.findMany({
      where: { organisationId, year: { lte: year } },
      orderBy: { year: "desc" },
      take: span,
    }),
    database.pillar.findMany({ where: { organisationId }, orderBy: { position: "asc" } }),
    database.kpi.findMany({
      where: { organisationId, ownerId: { not: null } },
      select: { id: true, owner: { select: { id: true, name: true } } },
    }),
  ]);
  if (!orgUnit || periods[0]?.year !== year) return null;
  const years = periods.map((period) => period.year);
  const oldest = years.at(-1)!;
  const [{ kpis, facts }, asked, cells, confirmations] = await Promise.all([
    loadFacts(organisationId, { from: Math.min(year - 2, oldest - 1), to: year }),
    askedOf(organisationId, orgUnit.id, years),
    database.yearlyValue.findMany({
      where: { organisationId, orgUnitId: orgUnit.id, year: { gte: oldest - 1, lte: year } },
    }),
    getConfirmations(organisationId, years, [orgUnit.id]),
  ]);
  const { evaluate, tree, beside } = evaluator(facts);
  const stored = new Map(cells.map((cell) => [`${cell.kpiId} ${cell.year}`, storedCell(cell)]));
  const kinds = new Map(
    years.map((at) => [
      at,
      kindsOf(
        kpis,
        at,
        orgUnit.isRoot,
        (kpi) => asked.has(`${kpi.id} ${at}`),
        (kpi) => stored.has(`${kpi.id} ${at}`),
      ),
    ]),
  );
  const ownerOf = new Map(owners.map(({ id, owner }) => [id, owner]));
  const cellOf = (kpi: KpiRow, at: number): SheetCell => {
    // Before its first definition a KPI is shown by that one, and nothing is entered.
    const version = versionIn(kpi.versions, at) ?? kpi.versions[0]!;
    const before = versionIn(kpi.versions, at - 1);
    const { valueKind, unitOfMeasure, decimals } = version;
    const both = orgUnit.isRoot ? beside(kpi.code, orgUnit.id, at) : null;
    const isSeries = before?.unitOfMeasure === unitOfMeasure && before.valueKind === valueKind;
    return {
      year: at,
      kind: kinds.get(at)!.get(kpi.code) ?? null,
      formula: fixedFormulaOf(kpi, at),
      decimals,
      rule: {
        valueKind,
        unitOfMeasure,
        minimum: version.minimum?.toFixed() ?? null,
        maximum: version.maximum?.toFixed() ?? null,
        tolerancePercent: version.tolerancePercent.toFixed(),
      },
      figure: figureOf(at, evaluate(kpi.code, orgUnit.id, at), versionIn(kpi.versions, at)?.decimals ?? null, tree(at)),
      beside: both && {
        consolidated: figureOf(at, both.consolidated, versionIn(kpi.versions, at)?.decimals ?? null, tree(at)),
        counts: both.counts,
      },
      lastYear: isSeries ? (stored.get(`${kpi.id} ${at - 1}`) ?? null) : null,
      cell: stored.get(`${kpi.id} ${at}`) ?? null,
      confirmed: confirmations.filter((one) => one.kpiId === kpi.id && one.year === at),
    };
  };
  const rows = kpis.flatMap((kpi): (SheetRow & { pillar: string | null; position: number })[] => {
    const newest = years.find((at) => kinds.get(at)!.has(kpi.code));
    const version = newest === undefined ? null : versionIn(kpi.versions, newest);
    if (!version) return [];
    const inLanguage = (key: "name" | "shortName" | "definition") => version[`${key}${locale === "da" ? "Da" : "En"}`];
    const figure = (at: number) =>
      figureOf(at, evaluate(kpi.code, orgUnit.id, at), versionIn(kpi.versions, at)?.decimals ?? null, tree(at));
    return [
      {
        kpiId: kpi.id,
        code: kpi.code,
        name: inLanguage("name"),
        shortName: inLanguage("shortName"),
        names: [...new Set(kpi.versions.flatMap((one) => [one.nameDa, one.nameEn, one.shortNameDa, one.shortNameEn]))],
        parentCode: kpi.parent?.code ?? null,
        owner: ownerOf.get(kpi.id) ?? null,
        definition: inLanguage("definition"),
        unitOfMeasure: unitLabel(version.unitOfMeasure, locale, "long"),
        before: [figure(year - 2), figure(year - 1)],
        years: years.map((at) => cellOf(kpi, at)),
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
    years: periods.map((period) => ({
      year: period.year,
      state: period.state,
      dueOn: period.dueOn?.toISOString().slice(0, 10) ?? null,
    })),
    groups: groups.filter((group) => group.rows.length > 0),
  };
}

/** What is asked of an org unit in these years, as "KPI year". */
async function askedOf(organisationId: string, orgUnitId: string, years: number[]): Promise<Set<string>> {
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`asked."year"`];
  const rows = await database.$queryRaw<{ id: string; year: number }[]>(Prisma.sql`
    SELECT kpi."id", asked."year" FROM unnest(${years}::int[]) AS asked ("year") CROSS JOIN "Kpi" kpi
    JOIN "OrgUnit" org_unit ON org_unit."organisationId" = kpi."organisationId" AND org_unit."id" = ${orgUnitId}::uuid
    ${definitionJoin(kpi, at)} WHERE kpi."organisationId" = ${organisationId}::uuid AND ${isAsked(kpi, at)}`);
  return new Set(rows.map(({ id, year }) => `${id} ${year}`));
}

/** Which KPIs stand on the sheet, by code. A calculated one does where all it follows from does. */
function kindsOf(
  kpis: KpiRow[],
  year: number,
  isRoot: boolean,
  isAskedHere: (kpi: KpiRow) => boolean,
  isStored: (kpi: KpiRow) => boolean,
): Map<string, RowKind> {
  const kinds = new Map<string, RowKind>();
  for (const kpi of kpis) {
    const version = hasEnded(kpi, year) ? null : versionIn(kpi.versions, year);
    if (isAskedHere(kpi)) kinds.set(kpi.code, "asked");
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
  const formula = hasEnded(kpi, year) ? null : (versionIn(kpi.versions, year)?.formula ?? null);
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
