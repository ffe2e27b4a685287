import { comparability } from "@/lib/comparability/model";
import { coverageNotes } from "@/lib/coverage/footnote/model";
import { database } from "@/lib/database/client";
import type { Evaluated } from "@/lib/evaluation/model";
import { figuresOf, type KpiRow } from "@/lib/evaluation/queries";
import { formulaFactors, formulaInputs, hasEnded, versionIn } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { remarkIn, type Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
import { statedIn } from "@/lib/unit-of-measure/model";
import { markRestated } from "@/lib/restatement/mark/model";
import { restatedFigures } from "@/lib/restatement/mark/queries";
import { nameIn } from "@/lib/setup/organisation/name/model";
import { kpiYear, type KpiHead } from "@/lib/year-view/model";
import { storedTarget } from "@/lib/target/queries";
import type { YearView } from "./model";

/** Years a view shows, its own included. */
const WINDOW = 5;
const KEPT_VIEWS = 64;

/**
 * Everything the dashboard, the report and the exports say of a reporting year; one view per organisation, version of
 * its data, year and language.
 *
 * `dataVersion` is Organisation.dataVersion as the request saw it: a change anywhere in the organisation's data
 * raises it, and an older view is never served for it.
 */
export const getYearView = memo(KEPT_VIEWS, makeView);

async function makeView(organisationId: string, dataVersion: string, year: number, locale: Locale): Promise<YearView> {
  const from = year - WINDOW + 1;
  const [organisation, periods, pillars, footnotes, restated, { kpis, facts, trees, heldIn, evaluate, tree }] =
    await Promise.all([
      database.organisation.findUniqueOrThrow({ where: { id: organisationId } }),
      database.reportingPeriod.findMany({ where: { organisationId }, orderBy: { year: "asc" } }),
      database.pillar.findMany({
        where: { organisationId },
        include: { themes: { orderBy: { position: "asc" } } },
        orderBy: { position: "asc" },
      }),
      database.footnote.findMany({ where: { organisationId }, orderBy: { code: "asc" } }),
      restatedFigures(organisationId, { from, to: year }, locale),
      figuresOf(organisationId, dataVersion, year),
    ]);
  const inLanguage = <Key extends string>(row: Record<`${Key}Da` | `${Key}En`, string>, key: Key) =>
    row[`${key}${locale === "da" ? "Da" : "En"}`];
  const now = tree(year);
  const comparing = comparability(facts, trees, heldIn);
  const known = periods.filter((period) => period.year >= from && period.year <= year).map((period) => period.year);
  const years = known.includes(year) ? known : [...known, year];
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const rows = kpis.flatMap((kpi) => {
    const head = headOf(kpi, year, byId, inLanguage);
    if (!head) return [];
    const cells = years.map((at) => ({
      year: at,
      cell: inOneLanguage(evaluate(kpi.code, now.rootId, at), locale),
      fixed: versionIn(kpi.versions, at)?.decimals ?? null,
    }));
    const targets = kpi.targets.map((target) => storedTarget(target, locale));
    return [
      {
        purpose: kpi.purpose,
        pillarPosition: kpi.pillarPosition,
        row: markRestated(kpiYear(head, year, cells, targets, now, comparing(kpi.code, head.breaks)), restated),
      },
    ];
  });
  const { marked, notes } = coverageNotes(
    rows.map(({ row }) => row),
    locale,
  );
  const all = rows.map((kept, index) => ({ ...kept, row: marked[index]! }));
  const indicators = all.filter(({ purpose }) => purpose === "indicator");
  return {
    organisation: {
      id: organisation.id,
      slug: organisation.slug,
      name: nameIn(organisation, locale),
      currency: organisation.currency,
    },
    year,
    years,
    allYears: periods.map((period) => ({ year: period.year, state: period.state })),
    pillars: pillars.map((pillar) => ({
      code: pillar.code,
      name: inLanguage(pillar, "name"),
      colour: pillar.colour,
      isGuiding: pillar.isGuiding,
      sdgs: pillar.sdgs,
      themes: pillar.themes.map((theme) => inLanguage(theme, "name")),
      kpiCodes: indicators
        .filter(({ row }) => row.pillarCode === pillar.code)
        .sort((a, b) => a.pillarPosition - b.pillarPosition)
        .map(({ row }) => row.code),
    })),
    kpis: indicators.map(({ row }) => row),
    base: all.filter(({ purpose }) => purpose === "base").map(({ row }) => row),
    footnotes: [...footnotes.map(({ code, ...footnote }) => ({ code, text: inLanguage(footnote, "text") })), ...notes],
    orgUnits: now
      .leavesBelow(now.rootId)
      .filter((node) => !node.isRoot)
      .map(({ id, code, name }) => ({ id, code, name })),
  };
}

/** Remarks are written by people, in both languages if they choose. */
function inOneLanguage(cell: Evaluated, locale: Locale): Evaluated {
  const { basis, comment, source } = cell;
  return {
    ...cell,
    basis: remarkIn(basis, locale),
    comment: remarkIn(comment, locale),
    source: remarkIn(source, locale),
  };
}

type InLanguage = <Key extends string>(row: Record<`${Key}Da` | `${Key}En`, string>, key: Key) => string;

/** A KPI as it is defined in the year; null before its first version and after its last year. */
function headOf(kpi: KpiRow, year: number, byId: Map<string, KpiRow>, inLanguage: InLanguage): KpiHead | null {
  const version = versionIn(kpi.versions, year);
  if (!version || hasEnded(kpi, year)) return null;
  const formula = version.formula === null ? null : formulaSchema.parse(version.formula);
  const link = (other: KpiRow | undefined) => {
    const named = other && versionIn(other.versions, year);
    return named ? { code: other.code, shortName: inLanguage(named, "shortName") } : null;
  };
  return {
    code: kpi.code,
    name: inLanguage(version, "name"),
    shortName: inLanguage(version, "shortName"),
    definition: inLanguage(version, "definition"),
    unitOfMeasure: version.unitOfMeasure,
    direction: version.direction,
    valueKind: version.valueKind,
    statedIn: statedIn(version.unitOfMeasure),
    pillarCode: kpi.pillar?.code ?? null,
    appendixPart: kpi.appendixPart,
    table: inLanguage({ tableDa: kpi.tableDa ?? "", tableEn: kpi.tableEn ?? "" }, "table"),
    parentCode: kpi.parent?.code ?? null,
    formula: formula && {
      kind: formula.kind,
      inputs: formulaInputs(formula),
      factors: formulaFactors(formula),
      text: formula.kind === "expression" ? formula.text : null,
    },
    replaces: link(kpi.replacesId ? byId.get(kpi.replacesId) : undefined),
    replacedBy: link([...byId.values()].find((other) => other.replacesId === kpi.id)),
    footnotes: kpi.footnotes
      .filter((use) => use.fromYear <= year && (use.toYear === null || year <= use.toYear))
      .map((use) => use.footnote.code),
    breaks: kpi.breaks
      .filter((row) => row.year <= year)
      .map((row) => ({ year: row.year, kind: row.kind, note: inLanguage(row, "note") })),
    benchmarks: kpi.benchmarks
      .filter((row) => row.year <= year)
      .map((row) => ({ year: row.year, label: inLanguage(row, "label"), amount: row.amount.toFixed(row.scale) })),
  };
}
