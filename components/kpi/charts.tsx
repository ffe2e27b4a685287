import { useLocale, useTranslations } from "next-intl";
import { Chart, chartWords } from "@/components/charts/chart";
import { differenceText, withUnit } from "@/components/kpi/sentence";
import { useStated } from "@/components/kpi/head";
import { printedText } from "@/components/figure/printed";
import { relativeChange } from "@/components/figure/change-mark";
import type { FigureWords } from "@/components/figure/words";
import { chartOf, type ChartSpec, type ChartTone } from "@/lib/chart/model";
import { nameParts } from "@/lib/dashboard/name/model";
import type { KpiYear } from "@/lib/figure/model";
import { longRun } from "@/lib/kpi-finding/model";
import { familyName, type Relations } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Props = { relations: Relations; tone: ChartTone; organisation: string; words: FigureWords; locale: Locale };

/** The chart of a KPI over all years, and below it in pairs what belongs to it: relative to revenue, its family, its inputs, the series before. */
export function KpiCharts({ relations, tone, organisation, words, locale }: Props) {
  const main = useMainChart(relations.kpi, tone, organisation, words, locale);
  const companions = useCompanions(relations, tone, words, locale);
  return (
    <>
      {main ? <Chart spec={main} size="large" table="hidden" /> : null}
      {companions.length > 0 ? (
        <div className="pair">
          {companions.map((spec) => (
            <Chart key={spec.series.map((series) => series.code).join(" ")} spec={spec} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function useMainChart(kpi: KpiYear, tone: ChartTone, organisation: string, words: FigureWords, locale: Locale): ChartSpec | null {
  const t = useTranslations("kpi.chart");
  const stated = useStated();
  const figure = kpi.figures.at(-1);
  if (!figure || kpi.figures.every(({ amount, split }) => amount === null && split === null)) return null;
  const { change } = kpi;
  const basis = figure.basis ? `: ${figure.basis.replace(/\.$/, "")}` : "";
  const note = [...(figure.status === "estimated" ? [t("estimateNote", { year: figure.year, basis })] : []), t("source", { organisation })].join(" ");
  const isSplit = kpi.valueKind === "split";
  const bracket = change.comparable && change.moved !== "level" && !isSplit ? changeLabel(change.moved === "up" ? "+" : "−", differenceText(change, kpi, stated, locale), change.statedIn === "percent" ? relativeChange(change, words, locale) : "") : null;
  return chartOf(isSplit ? "split" : "bar", [kpi], {
    title: useRunTitle(kpi, words, locale),
    subtitle: isSplit ? t("splitSubtitle", { name: kpi.shortName }) : t("subtitle", { name: kpi.shortName, unit: unitLabel(kpi.unitOfMeasure, locale, "long") }),
    note, tone,
    change: change.comparable && bracket ? { label: bracket, judgement: change.judgement } : null,
  }, locale, chartWords(locale));
}

function changeLabel(sign: string, difference: string, relative: string): string {
  return relative === "" ? `${sign}${difference}` : `${sign}${difference}, ${relative}`;
}

/** The message of a chart over the years: how the latest figure stands among the earlier ones. */
function useRunTitle(kpi: KpiYear, words: FigureWords, locale: Locale): string {
  const t = useTranslations("kpi.chart");
  const figure = kpi.figures.at(-1);
  const [from, to] = [kpi.figures[0]?.year ?? 0, figure?.year ?? 0];
  if (!figure || (figure.amount === null && figure.split === null)) return t("none", { name: kpi.shortName, from, to });
  const value = withUnit(figure, kpi, words, locale);
  if (figure.split) return t("split", { value, year: figure.year });
  const { kind, since } = longRun(kpi.figures);
  return kind === "none" ? t("only", { value, year: figure.year }) : t(kind, { value, year: figure.year, since });
}

/** At most so many charts stand beside the main one. */
const mostCompanions = 4;

function useCompanions({ kpi, children, family, inputs, neighbours }: Relations, tone: ChartTone, words: FigureWords, locale: Locale): ChartSpec[] {
  const t = useTranslations("kpi.chart");
  const titleOf = useRunTitleOf(words, locale);
  const drawn = chartWords(locale);
  const single = (other: KpiYear) => chartOf("line", [other], { title: titleOf(other), subtitle: t("subtitle", { name: other.shortName, unit: unitLabel(other.unitOfMeasure, locale, "long") }), tone }, locale, drawn);
  const isDrawable = (other: KpiYear) => other.valueKind === "number" && other.figures.filter(({ amount }) => amount !== null).length > 1;
  const specs = [...children, ...inputs].filter(isDrawable).map(single);
  const relatives = [kpi, ...family].filter(isDrawable);
  const [first, ...others] = relatives;
  if (first === kpi && others.length > 0 && others.length < 4) {
    const values = relatives.map((other) => `${nameWithinFamily(other)} ${printedText(other.figures.at(-1)!, words, locale)}`);
    specs.push(withoutTarget(chartOf("line", [first, ...others], {
      title: t("family", { names: new Intl.ListFormat(locale, { type: "conjunction" }).format(values), year: kpi.figures.at(-1)?.year ?? 0 }),
      subtitle: t("familySubtitle", { family: familyName(kpi) ?? kpi.shortName, unit: unitLabel(kpi.unitOfMeasure, locale, "long") }), tone,
    }, locale, drawn)));
  }
  const [neighbour] = neighbours;
  if (neighbour && kpi.valueKind === "number") {
    const [replaced, replacement] = kpi.replaces ? [neighbour, kpi] : [kpi, neighbour];
    specs.push(withoutTarget(chartOf("line", [replaced, replacement], {
      title: t("series", { replaced: nameParts(replaced, replacement).shown, replacement: nameParts(replacement, replaced).shown }),
      subtitle: t("subtitle", { name: familyName(kpi) ?? kpi.shortName, unit: unitLabel(kpi.unitOfMeasure, locale) }),
      note: t("breakNote", { replaced: replaced.shortName, replacement: replacement.shortName }), tone,
    }, locale, drawn)));
  }
  return specs.slice(0, mostCompanions);
}

/** Several lines have several targets; none is drawn. Names are short where the chart says the family's. */
function withoutTarget(spec: ChartSpec): ChartSpec {
  return { ...spec, target: null, benchmarks: [], series: spec.series.map((series) => ({ ...series, name: nameWithinFamily({ shortName: series.name }) })) };
}

function nameWithinFamily(kpi: Pick<KpiYear, "shortName">): string {
  const family = familyName(kpi);
  return family === null ? kpi.shortName : kpi.shortName.slice(family.length + 2);
}

function useRunTitleOf(words: FigureWords, locale: Locale): (kpi: KpiYear) => string {
  const t = useTranslations("kpi.chart");
  return (kpi) => {
    const figure = kpi.figures.at(-1);
    const value = figure ? withUnit(figure, kpi, words, locale) : "";
    const { kind, since } = longRun(kpi.figures);
    if (!figure || figure.amount === null) return t("none", { name: kpi.shortName, from: kpi.figures[0]?.year ?? 0, to: figure?.year ?? 0 });
    return kind === "none" ? t("only", { value, year: figure.year }) : t(kind, { value, year: figure.year, since });
  };
}
