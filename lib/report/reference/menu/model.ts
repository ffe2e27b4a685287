import type { YearView } from "@/lib/figure/model";
import { referenceOf } from "../model";
import { resolve, type ReferenceSource } from "../resolution/model";

/** What can be picked of a KPI, as it is written after the code; whether a year and an org unit can be named. */
export const pickableMeasures = [
  { name: "value", written: "", hasOrgUnit: true },
  { name: "valueUnit", written: "unit", hasOrgUnit: true },
  { name: "change", written: "change", hasOrgUnit: true },
  { name: "rise", written: "rise", hasOrgUnit: true },
  { name: "fall", written: "fall", hasOrgUnit: true },
  { name: "target", written: "target", hasOrgUnit: false },
  { name: "state", written: "state", hasOrgUnit: false },
] as const;

/** Every KPI of a year with what each measure says of it; null where it says nothing. */
export function pickableKpis(view: YearView, source: ReferenceSource) {
  return [...view.kpis, ...view.base].map(({ code, shortName }) => ({
    code,
    name: shortName,
    says: Object.fromEntries(
      pickableMeasures.map(({ written }) => [written, said(`{{kpi:${code} ${written}}}`, source)]),
    ),
  }));
}

/** What a reference says; null where it says nothing. */
export function said(written: string, source: ReferenceSource): string | null {
  const reference = referenceOf(written);
  const bound = reference && resolve(reference, source);
  return bound && "text" in bound ? bound.text : null;
}
