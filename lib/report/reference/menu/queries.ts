import { getYearView } from "@/lib/figure/queries";
import type { Locale } from "@/lib/language/model";
import { referenceSource, type Organisation } from "../queries";
import { pickableKpis } from "./model";

/** What a report's editor can pick from: KPIs with their figures in the reader's language, years newest first, org units. */
export async function getPickable(organisation: Organisation, year: number, locale: Locale) {
  const [view, source] = await Promise.all([
    getYearView(organisation.id, organisation.dataVersion, year, locale),
    referenceSource(organisation, year, locale),
  ]);
  return {
    kpis: pickableKpis(view, source),
    years: source.years.toReversed(),
    orgUnits: view.orgUnits.map(({ code, name }) => ({ code, name })),
  };
}

/** What `getPickable` gives. */
export type Pickable = Awaited<ReturnType<typeof getPickable>>;
