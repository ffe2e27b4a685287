import { useTranslations } from "next-intl";
import type { FigureWords } from "@/components/figure/words";
import { withUnit } from "@/components/kpi/sentence";
import type { KpiYear } from "@/lib/figure/model";
import { comparableFigures, longRun } from "@/lib/kpi-finding/model";
import type { Locale } from "@/lib/language/model";

/** Makes the message of a chart over the years: how the latest figure stands among the earlier ones. */
export function useRunTitle(words: FigureWords, locale: Locale): (kpi: KpiYear) => string {
  const t = useTranslations("kpi.chart");
  return (kpi) => {
    const figure = kpi.figures.at(-1);
    if (!figure || (figure.amount === null && figure.split === null)) {
      return t("none", { name: kpi.shortName, from: kpi.figures[0]?.year ?? 0, to: figure?.year ?? 0 });
    }
    const value = withUnit(figure, kpi, words, locale);
    if (figure.split) return t("split", { value, year: figure.year });
    const { kind, since } = longRun(comparableFigures(kpi));
    return kind === "none" ? t("only", { value, year: figure.year }) : t(kind, { value, year: figure.year, since });
  };
}
