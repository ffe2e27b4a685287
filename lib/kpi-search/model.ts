import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";

/** KPIs in whose code, names or definition every word of the text occurs; an empty text finds all. */
export function searchKpis(kpis: KpiYear[], text: string, locale: Locale): KpiYear[] {
  const words = text
    .toLocaleLowerCase(locale)
    .split(/\s+/)
    .filter((word) => word !== "");
  return kpis.filter((kpi) => {
    const said = [kpi.code, kpi.name, kpi.shortName, kpi.definition, kpi.table].join("\n").toLocaleLowerCase(locale);
    return words.every((word) => said.includes(word));
  });
}
