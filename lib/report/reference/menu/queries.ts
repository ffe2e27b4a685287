import { getYearView } from "@/lib/figure/queries";
import type { Locale } from "@/lib/language/model";
import { referenceSource, type Organisation } from "../queries";
import { pickableKpis, said } from "./model";

/** What a report's editor can pick from: KPIs with their figures in the reader's language, years newest first, org units. */
export async function getPickable(organisation: Organisation, year: number, locale: Locale) {
  const [view, source] = await Promise.all([
    getYearView(organisation.id, organisation.dataVersion, year, locale),
    referenceSource(organisation, year, locale),
  ]);
  return {
    kpis: pickableKpis(view, source, locale),
    years: source.years.toReversed(),
    orgUnits: view.orgUnits.map(({ code, name }) => ({ code, name })),
  };
}

/** What `getPickable` gives. */
export type Pickable = Awaited<ReturnType<typeof getPickable>>;

/** What references say, by language and by how they are written; null where one says nothing. */
export type Said = Record<Locale, Record<string, string | null>>;

/** What these references say in the report of a year. */
export async function saidBy(organisation: Organisation, year: number, sources: readonly string[]): Promise<Said> {
  const [da, en] = await Promise.all([
    referenceSource(organisation, year, "da"),
    referenceSource(organisation, year, "en"),
  ]);
  const by = (source: Awaited<ReturnType<typeof referenceSource>>) =>
    Object.fromEntries(sources.map((written) => [written, said(written, source)]));
  return { da: by(da), en: by(en) };
}
