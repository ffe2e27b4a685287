import { createHash } from "node:crypto";
import type { FromParts, HeldIn } from "@/lib/coverage/like-for-like/model";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { factorFinder } from "@/lib/emission-factor/model";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { stillKnown, type Known } from "@/lib/evaluation/known/model";
import { keptValues, readValues, valueChanges, type ReadYear } from "@/lib/evaluation/values/queries";
import { formulaSchema } from "@/lib/kpi/schema";
import { keepLatest, memo } from "@/lib/memo/model";
import type { Tree } from "@/lib/org-unit/model";
import { getOrgUnits } from "@/lib/org-unit/queries";
import { evaluator, type Facts, type Rule } from "./model";

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

/** What figures of an organisation follow from; and prints of it: of a year one that changes with anything its figures follow from but stored values, and one of each KPI's stored values. */
export type Loaded = {
  kpis: KpiRow[];
  facts: Facts;
  near: Near;
  place: Place;
  printOf: (year: number) => string;
  valuesPrints: (year: number) => Known["prints"];
};

/** A stored number, near enough to put figures in an order (lib/evaluation/values). */
export type Near = (code: string, orgUnitId: string, year: number) => number | null;

/** The org units and where they hang, with a print that changes with either. */
type Place = Pick<Facts, "orgUnits" | "placements"> & { print: string };

/**
 * The organisation's KPIs in appendix order, and the facts every figure of the given years follows from. A fixed
 * number of reads, whatever the number of KPIs, and of the values only the years that changed since they were read. A
 * `reader` that is a transaction sees what nobody else may, so everything is read and nothing kept.
 */
export async function loadFacts(
  organisationId: string,
  years: { from: number; to: number },
  reader: Prisma.TransactionClient = database,
): Promise<Loaded> {
  const [kpis, place, choices, book, changes] = await Promise.all([
    reader.kpi.findMany({
      where: { organisationId },
      include: kpiShape,
      orderBy: [{ position: "asc" }, { code: "asc" }],
    }),
    loadPlace(organisationId, reader),
    reader.countingChoice.findMany({
      where: { organisationId, year: { gte: years.from, lte: years.to }, counts: "consolidated" },
      select: { kpiId: true, orgUnitId: true, year: true },
      orderBy: [{ kpiId: "asc" }, { orgUnitId: "asc" }, { year: "asc" }],
    }),
    loadFactorBook(organisationId, reader),
    valueChanges(organisationId, reader),
  ]);
  const orgUnits = { print: place.print, ids: place.orgUnits.map(({ id }) => id) };
  const asked = [...changes].filter(([year]) => year >= years.from && year <= years.to);
  const values = new Map(
    await Promise.all(
      asked.map(async ([year, count]) => {
        const read = (before: ReadYear | null) => readValues(reader, organisationId, year, orgUnits.ids, before);
        const isKept = reader === database;
        return [
          year,
          await (isKept ? keptValues([organisationId, year, count, orgUnits.print], read) : read(null)),
        ] as const;
      }),
    ),
  );
  const ids = new Map(kpis.map((kpi) => [kpi.code, kpi.id]));
  const rules = new Map(kpis.map((kpi) => [kpi.code, kpi.versions.map(ruleOf)]));
  const summed = new Set(choices.map((row) => key(row.kpiId, row.orgUnitId, row.year)));
  const facts: Facts = {
    orgUnits: place.orgUnits,
    placements: place.placements,
    rules,
    stored: (code, orgUnitId, year) => values.get(year)?.stored(ids.get(code) ?? "", orgUnitId) ?? null,
    factorOf: factorFinder(book),
    counts: (code, orgUnitId, year) =>
      summed.has(key(ids.get(code) ?? "", orgUnitId, year)) ? "consolidated" : "entered",
  };
  const definitions = printOf([[...rules], [...ids], choices, book.versions, book.pins, [...book.published]]);
  return {
    kpis,
    facts,
    near: (code, orgUnitId, year) => values.get(year)?.near(ids.get(code) ?? "", orgUnitId) ?? null,
    place,
    printOf: (year) => [organisationId, year, place.print, definitions].join(" "),
    valuesPrints: (year) => {
      const prints = values.get(year)?.prints;
      return new Map(kpis.flatMap(({ id, code }) => (prints?.has(id) ? [[code, prints.get(id)!]] : [])));
    },
  };
}

/** Years before the reporting year that any page looks back to. */
const YEARS_BACK = 5;
const KEPT = 12;
/** Years whose evaluated figures are kept, of all organisations. */
const KEPT_YEARS = 48;

/**
 * An organisation's KPIs and its figures, evaluated on request, of a reporting year and the five before it; kept per
 * version of its data (Organisation.dataVersion as the request saw it). What was evaluated before is evaluated again only
 * where it follows from values that have changed since.
 */
export const figuresOf = memo(KEPT, async (organisationId: string, _dataVersion: string, year: number) => {
  const {
    kpis,
    facts,
    near,
    place,
    printOf: print,
    valuesPrints,
  } = await loadFacts(organisationId, { from: year - YEARS_BACK, to: year });
  const trees = treesOf(place.print);
  const years = new Map<number, Latest>();
  const latestIn = (at: number) => {
    const found = years.get(at);
    if (found) return found;
    const [latest, prints] = [latestOf(print(at)), valuesPrints(at)];
    latest.evaluated = stillKnown(latest.evaluated, prints, facts.rules);
    latest.fromParts = stillKnown(latest.fromParts, prints, facts.rules);
    const now = { ...latest };
    years.set(at, now);
    return now;
  };
  const heldIn: HeldIn = (at) => latestIn(at).fromParts!.figures;
  return { kpis, facts, near, trees, heldIn, ...evaluator(facts, trees, (at) => latestIn(at).evaluated!.figures) };
});

const treesOf = keepLatest<[organisationId: string], Map<number, Tree>>(KEPT, () => new Map());
type Latest = { evaluated: Known | null; fromParts: Known<FromParts> | null };
const latestOf = keepLatest<[print: string], Latest>(KEPT_YEARS, () => ({ evaluated: null, fromParts: null }));

async function loadPlace(organisationId: string, reader: Prisma.TransactionClient): Promise<Place> {
  const place = await getOrgUnits(organisationId, reader);
  return { ...place, print: printOf(place) };
}

function printOf(rows: unknown): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("base64");
}

const key = (kpiId: string, orgUnitId: string, year: number) => `${kpiId} ${orgUnitId} ${year}`;

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
