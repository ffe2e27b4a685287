import type { KpiYear, YearView } from "@/lib/figure/model";
import { distinctNames } from "@/lib/kpi/name/model";
import type { Locale } from "@/lib/language/model";
import { unitsOfMeasure, type Dimension } from "@/lib/unit-of-measure/model";
import { referenceOf } from "../model";
import { resolve, type ReferenceSource } from "../resolution/model";

/** What a share can be of: women and men, or an org unit's part of an amount. */
export type SharedBy = "split" | "amount";

/** What can be picked of a KPI, as it is written after the code; whether a year and an org unit can be named, or must be; which KPIs it is for (null: all). */
export const pickableMeasures = [
  { name: "value", written: "", orgUnit: "may", of: null },
  { name: "valueUnit", written: "unit", orgUnit: "may", of: null },
  { name: "change", written: "change", orgUnit: "may", of: null },
  { name: "rise", written: "rise", orgUnit: "may", of: null },
  { name: "fall", written: "fall", orgUnit: "may", of: null },
  { name: "shareWomen", written: "share women", orgUnit: "may", of: "split" },
  { name: "shareMen", written: "share men", orgUnit: "may", of: "split" },
  { name: "share", written: "share", orgUnit: "must", of: "amount" },
  { name: "target", written: "target", orgUnit: "none", of: null },
  { name: "state", written: "state", orgUnit: "none", of: null },
] as const;

/** Dimensions whose amounts in the org units add up to the whole: only there an org unit has a part of it. */
const amounts: ReadonlySet<Dimension> = new Set([
  ...(["mass", "energy", "volume", "area", "distance", "money"] as const),
  ...(["fte", "persons", "count", "days", "hours"] as const),
]);

/** What a share of a KPI is of; null: it has none. */
export function sharedBy({ valueKind, unitOfMeasure }: Pick<KpiYear, "valueKind" | "unitOfMeasure">): SharedBy | null {
  if (valueKind === "split") return "split";
  const dimension = unitsOfMeasure[unitOfMeasure]?.dimension;
  return dimension !== undefined && amounts.has(dimension) ? "amount" : null;
}

/** Every KPI of a year with what each measure says of it; null where it says nothing. */
export function pickableKpis(view: YearView, source: ReferenceSource, locale: Locale) {
  const kpis = [...view.kpis, ...view.base];
  const names = distinctNames(
    kpis.map(({ code, shortName, unitOfMeasure }) => ({ code, name: shortName, unitOfMeasure })),
    locale,
  );
  return kpis.map((kpi) => ({
    code: kpi.code,
    name: names.get(kpi.code) ?? kpi.shortName,
    sharedBy: sharedBy(kpi),
    says: Object.fromEntries(
      pickableMeasures.map(({ written }) => [written, said(`{{kpi:${kpi.code} ${written}}}`, source)]),
    ),
  }));
}

/** What a reference says; null where it says nothing. */
export function said(written: string, source: ReferenceSource): string | null {
  const reference = referenceOf(written);
  const bound = reference && resolve(reference, source);
  return bound && "text" in bound ? bound.text : null;
}
