import type { ChartSeries, ChartStep } from "@/lib/chart/model";
import { seriesPoint } from "@/lib/chart/model";
import { figuresOf } from "@/lib/evaluation/queries";
import type { YearView } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { getSplit } from "@/lib/lineage/queries";
import type { Lineage } from "@/lib/lineage/model";
import { formatDecimal } from "@/lib/number/format";
import { filled, reportWords, unitText } from "@/lib/report/notation/model";
import { hiddenFrom, type IsHidden } from "@/lib/suppression/queries";
import { figureOf } from "@/lib/year-view/model";
import type { Driven, Split } from "@/lib/driver/split/model";
import type { Report } from "../model";
import { stepsOf, type PanelParts } from "./model";

type Organisation = { id: string; dataVersion: string };

/** What the drawings of a report need beyond the organisation's own figures; nothing is read for a report without such drawings. */
export async function panelParts(
  organisation: Organisation,
  report: Pick<Report, "sections">,
  view: YearView,
  locale: Locale,
): Promise<PanelParts> {
  const panels = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "chart" ? block.settings.panels : [])),
  );
  const codesOf = (kind: string) => [
    ...new Set(panels.flatMap((panel) => (panel.kind === kind && panel.kpis[0] ? [panel.kpis[0]] : []))),
  ];
  const [fallen, divided] = [codesOf("waterfall"), codesOf("units")];
  if (fallen.length === 0 && divided.length === 0) return { drivers: {}, orgUnits: {} };
  // A report is read by anybody: nobody who reads it needs the figures of a few people.
  const isHidden = await hiddenFrom({ organisation, roles: [], orgUnitIds: [] }, view.year);
  const [drivers, orgUnits] = await Promise.all([
    Promise.all(fallen.map(async (code) => [code, await driversOf(organisation, code, view.year, isHidden, locale)])),
    Promise.all(divided.map(async (code) => [code, await unitsOf(organisation, code, view, isHidden, locale)])),
  ]);
  const known = (pairs: unknown[][]) => Object.fromEntries(pairs.filter(([, found]) => found !== null));
  return { drivers: known(drivers), orgUnits: known(orgUnits) } as PanelParts;
}

async function driversOf(
  organisation: Organisation,
  code: string,
  year: number,
  isHidden: IsHidden,
  locale: Locale,
): Promise<ChartStep[] | null> {
  const found = await getSplit({ organisation, code, year, unit: null, locale, isHidden });
  if (!found || found.lineage.isHidden) return null;
  const { split, lineage } = found;
  const { chart } = reportWords(locale).report;
  return stepsOf(
    { year: split.previous, amount: split.before },
    split.effects.map((effect) => ({
      name: nameOf(effect, lineage, locale) ?? chart.coverage,
      how: fromTo(effect, lineage, locale),
      amount: effect.amount,
    })),
    { year, amount: split.after },
    locale,
  );
}

function nameOf({ leaf }: Split["effects"][number], lineage: Lineage, locale: Locale): string | null {
  if (!leaf) return null;
  const { kind, code } = leaf;
  if (kind === "factor") return lineage.factors.find((one) => one.code === code)?.activity[locale] ?? code;
  return lineage.inputs.find((one) => one.code === code)?.name ?? code;
}

/** "3.289 → 3.574 MWh, +9 %". */
function fromTo({ leaf, before, after, percent }: Driven, lineage: Lineage, locale: Locale): string {
  if (!leaf || !before || !after) return "";
  const factor = lineage.factors.find(({ code }) => code === leaf.code);
  const input = lineage.inputs.find(({ code }) => code === leaf.code);
  const unit =
    leaf.kind === "factor" && factor
      ? `${unitText(factor.unitOut, locale)}/${unitText(factor.unitIn, locale)}`
      : unitText(input?.unitOfMeasure ?? "", locale);
  const change = percent === null ? "" : `, ${formatDecimal(percent, locale, { sign: true })} %`;
  const printed = ({ amount, isWhole }: NonNullable<Driven["before"]>) =>
    formatDecimal(amount, locale) + (isWhole ? "" : "…");
  return `${printed(before)} → ${`${printed(after)} ${unit}`.trim()}${change}`;
}

async function unitsOf(
  { id, dataVersion }: Organisation,
  code: string,
  { year, years }: YearView,
  isHidden: IsHidden,
  locale: Locale,
): Promise<{ series: ChartSeries[]; note: string } | null> {
  const { kpis, evaluate, tree } = await figuresOf(id, dataVersion, year);
  const kpi = kpis.find((one) => one.code === code);
  if (!kpi) return null;
  const now = tree(year);
  const { report, figure } = reportWords(locale);
  const all = now
    .leavesBelow(now.rootId)
    .filter(({ isRoot }) => !isRoot)
    .map((unit) => ({
      code: unit.code,
      name: unit.name,
      unitOfMeasure: "",
      points: years.map((at) => {
        if (isHidden({ code, orgUnitId: unit.id, year: at }))
          return { year: at, at: null, label: report.chart.hidden, isEstimated: false, isExample: false };
        const fixed = versionIn(kpi.versions, at)?.decimals ?? null;
        return seriesPoint(figureOf(at, evaluate(code, unit.id, at), fixed, tree(at)), locale, figure.chart);
      }),
    }));
  const isSaid = (series: ChartSeries) =>
    series.points.some(({ at, label }) => at !== null || label === report.chart.hidden);
  const has = (series: ChartSeries) => series.points.some((point) => point.year === year && point.at !== null);
  const note = filled(report.chart.unitsShown, { shown: all.filter(has).length, of: all.length, year });
  return { series: all.filter(isSaid), note };
}
