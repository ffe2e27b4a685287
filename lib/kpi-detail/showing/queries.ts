import { listTrueUps } from "@/lib/estimate/queries";
import { getYearView } from "@/lib/figure/queries";
import { getHistory } from "@/lib/history/queries";
import { getKpiDetail } from "@/lib/kpi-detail/queries";
import { relationsOf } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";
import { getSplit } from "@/lib/lineage/queries";
import { memo } from "@/lib/memo/model";
import { hiddenFrom, hiddenInYears, type Viewer } from "@/lib/suppression/queries";
import type { KpiShowing } from "./model";

/** Acts shown of a KPI's history. */
const MOST_ACTS = 20;
/** Showings kept: the KPIs of a report in both languages, and those of a few years back. */
const KEPT_SHOWINGS = 192;

/**
 * All that is shown of a KPI in a year to a person with these roles and org units; null when the year has no such KPI.
 * The same object to everybody who may see the same, for as long as the organisation's data is unchanged.
 */
export function getKpiShowing(
  { organisation, roles, orgUnitIds }: Viewer,
  code: string,
  year: number,
  locale: Locale,
): Promise<KpiShowing | null> {
  const person = JSON.stringify({ roles: roles.toSorted(), orgUnitIds: orgUnitIds?.toSorted() ?? null });
  return keptShowing(organisation.id, organisation.dataVersion, person, code, year, locale);
}

const keptShowing = memo(KEPT_SHOWINGS, makeShowing);

async function makeShowing(
  id: string,
  dataVersion: string,
  person: string,
  code: string,
  year: number,
  locale: Locale,
): Promise<KpiShowing | null> {
  const organisation = { id, dataVersion };
  const viewer = { ...(JSON.parse(person) as Pick<Viewer, "roles" | "orgUnitIds">), organisation };
  const [view, isHidden] = await Promise.all([getYearView(id, dataVersion, year, locale), hiddenFrom(viewer, year)]);
  const relations = relationsOf(view, code);
  if (!relations || !view.allYears.some((period) => period.year === year)) return null;
  const [split, detail, acts, trueUps] = await Promise.all([
    getSplit({ organisation, code, year, unit: null, locale, isHidden }),
    getKpiDetail(id, dataVersion, relations.kpi, locale, isHidden),
    getHistory(id, code, MOST_ACTS, locale, isHidden),
    listTrueUps(id, locale, code),
  ]);
  const isHiddenThen = await hiddenInYears(
    viewer,
    trueUps.map((one) => one.year),
  );
  const shown = trueUps.filter((one) => !isHiddenThen(one));
  return detail && { view, relations, split, detail, acts, mostActs: MOST_ACTS, trueUps: shown };
}
