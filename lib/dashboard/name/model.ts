import type { KpiYear } from "@/lib/figure/model";

/** A KPI's short name in two parts: what its parent's row already says, and the rest. */
export type NameParts = { implied: string; shown: string };

/** The name of a KPI indented under its parent ("ift. omsætning"); without a parent all of it is shown. */
export function nameParts(kpi: KpiYear, parent: KpiYear | undefined): NameParts {
  if (!parent) return { implied: "", shown: kpi.shortName };
  if (kpi.shortName.startsWith(parent.shortName)) {
    const rest = kpi.shortName.slice(parent.shortName.length);
    const shown = rest.replace(/^[\s,–-]+/, "");
    if (shown !== "") return { implied: kpi.shortName.slice(0, kpi.shortName.length - shown.length), shown };
  }
  // "ift. omsætning" alone is a name only under its parent; a name with a capital stands for itself.
  return /^\p{Ll}/u.test(kpi.shortName) ? { implied: `${parent.shortName}, `, shown: kpi.shortName } : { implied: "", shown: kpi.shortName };
}

/** The short name where no parent stands above it: "Scope 2, lokationsbaseret, ift. omsætning". */
export function standingName(kpi: KpiYear, parent: KpiYear | undefined): string {
  const { implied, shown } = nameParts(kpi, parent);
  return implied + shown;
}
