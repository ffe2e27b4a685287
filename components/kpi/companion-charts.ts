import { useTranslations } from "next-intl";
import { chartWords } from "@/components/charts/words-of";
import { printedText } from "@/components/figure/printed";
import type { FigureWords } from "@/components/figure/words";
import { useRunTitle } from "@/components/kpi/run-title";
import { chartOf, type ChartSpec, type ChartTone } from "@/lib/chart/model";
import type { KpiYear } from "@/lib/figure/model";
import { familyName, type Relations } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** At most so many charts stand below the main one, and so many lines in one of them. */
const mostCharts = 4;
const mostLines = 4;

/** Charts of what belongs to a KPI: what hangs under it, its inputs, its family in one chart, and the series before or after it. */
export function useCompanionCharts(
  { kpi, children, family, inputs, neighbours }: Relations,
  tone: ChartTone,
  words: FigureWords,
  locale: Locale,
): ChartSpec[] {
  const t = useTranslations("kpi.chart");
  const titleOf = useRunTitle(words, locale);
  const drawn = chartWords(locale);
  const subtitle = (name: string, { unitOfMeasure }: KpiYear) =>
    t("subtitle", { name, unit: unitLabel(unitOfMeasure, locale, "long") });
  const specs = [...children, ...inputs]
    .filter(isDrawable)
    .map((other) =>
      chartOf(
        "line",
        [other],
        { title: titleOf(other), subtitle: subtitle(other.shortName, other), tone },
        locale,
        drawn,
      ),
    );
  const relatives = family.filter(isDrawable);
  if (isDrawable(kpi) && relatives.length > 0 && relatives.length < mostLines) {
    const values = [kpi, ...relatives].map((other) =>
      [nameWithinFamily(other.shortName), printedText(other.figures.at(-1)!, words, locale)].join(" "),
    );
    const title = t("family", {
      names: new Intl.ListFormat(locale, { type: "conjunction" }).format(values),
      year: kpi.figures.at(-1)?.year ?? 0,
    });
    specs.push(
      together(
        chartOf(
          "line",
          [kpi, ...relatives],
          { title: upperFirst(title), subtitle: subtitle(familyName(kpi) ?? kpi.shortName, kpi), tone },
          locale,
          drawn,
        ),
      ),
    );
  }
  const [neighbour] = neighbours;
  if (neighbour && kpi.valueKind === "number") {
    const [replaced, replacement] = kpi.replaces ? [neighbour, kpi] : [kpi, neighbour];
    const names = {
      replaced: nameWithinFamily(replaced.shortName),
      replacement: nameWithinFamily(replacement.shortName),
    };
    specs.push(
      together(
        chartOf(
          "line",
          [replaced, replacement],
          {
            title: t("series", names),
            subtitle: subtitle(familyName(kpi) ?? kpi.shortName, kpi),
            note: replacement.breaks.length > 0 ? "" : t("breakNote", names),
            tone,
          },
          locale,
          drawn,
        ),
      ),
    );
  }
  return specs.slice(0, mostCharts);
}

function isDrawable(kpi: KpiYear): boolean {
  return kpi.valueKind === "number" && kpi.figures.filter(({ amount }) => amount !== null).length > 1;
}

/** Several lines have several targets, so none is drawn; their names are short where the chart says the family's. */
function together(spec: ChartSpec): ChartSpec {
  return {
    ...spec,
    target: null,
    benchmarks: [],
    series: spec.series.map((series) => ({ ...series, name: nameWithinFamily(series.name) })),
  };
}

function nameWithinFamily(shortName: string): string {
  const family = familyName({ shortName });
  return family === null ? shortName : shortName.slice(family.length + 2);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
