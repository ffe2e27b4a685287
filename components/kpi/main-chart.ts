import { useTranslations } from "next-intl";
import { chartWords } from "@/components/charts/words-of";
import { relativeChange } from "@/components/figure/change-mark";
import type { FigureWords } from "@/components/figure/words";
import { useStated } from "@/components/kpi/head";
import { useRunTitle } from "@/components/kpi/run-title";
import { basisInSentence, differenceText, type Stated } from "@/components/kpi/sentence";
import { chartOf, type ChartSpec, type ChartTone } from "@/lib/chart/model";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** The one chart a KPI's page is about, or null while there is no figure at all. */
export function useMainChart(
  kpi: KpiYear,
  tone: ChartTone,
  organisation: string,
  words: FigureWords,
  locale: Locale,
): ChartSpec | null {
  const t = useTranslations("kpi.chart");
  const stated = useStated();
  const titleOf = useRunTitle(words, locale);
  const figure = kpi.figures.at(-1);
  if (!figure || kpi.figures.every(({ amount, split }) => amount === null && split === null)) return null;
  const basis = basisInSentence(figure);
  const estimate = figure.status === "estimated" ? [t("estimateNote", { year: figure.year, basis })] : [];
  const isSplit = kpi.valueKind === "split";
  return chartOf(
    isSplit ? "split" : "bar",
    [kpi],
    {
      title: titleOf(kpi),
      subtitle: isSplit
        ? t("splitSubtitle", { name: kpi.shortName })
        : t("subtitle", { name: kpi.shortName, unit: unitLabel(kpi.unitOfMeasure, locale, "long") }),
      note: [...estimate, t("source", { organisation })].join(" "),
      tone,
      change: isSplit ? null : bracketOf(kpi, stated, words, locale),
    },
    locale,
    chartWords(locale),
  );
}

/** The change from the year before as it stands over the bars: "+67 t, +10 %". */
function bracketOf(kpi: KpiYear, stated: Stated, words: FigureWords, locale: Locale): ChartSpec["change"] {
  const { change } = kpi;
  if (!change.comparable || change.moved === "level") return null;
  const difference = `${change.moved === "up" ? "+" : "−"}${differenceText(change, kpi, stated, locale)}`;
  const relative =
    change.statedIn === "percent" && change.relative !== null ? `, ${relativeChange(change, words, locale)}` : "";
  return { label: difference + relative, judgement: change.judgement };
}
