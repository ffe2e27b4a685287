import { Chart } from "@/components/charts/chart";
import type { FigureWords } from "@/components/figure/words";
import { useCompanionCharts } from "@/components/kpi/companion-charts";
import { useMainChart } from "@/components/kpi/main-chart";
import type { ChartTone } from "@/lib/chart/model";
import type { Relations } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";

type Organisation = { slug: string; name: string };
type Props = { relations: Relations; tone: ChartTone; organisation: Organisation; words: FigureWords; locale: Locale };

/** The chart of a KPI over all years, and below it in pairs what belongs to it: relative to revenue, its family, its inputs, the series before. */
export function KpiCharts({ relations, tone, organisation, words, locale }: Props) {
  const main = useMainChart(relations.kpi, tone, organisation.name, words, locale);
  const companions = useCompanionCharts(relations, tone, words, locale);
  return (
    <>
      {main ? <Chart spec={main} org={organisation.slug} size="large" table="hidden" /> : null}
      {companions.length > 0 ? (
        <div className="pair">
          {companions.map((spec) => (
            <Chart key={spec.series.map((series) => series.code).join(" ")} spec={spec} org={organisation.slug} />
          ))}
        </div>
      ) : null}
    </>
  );
}
