import type { KpiYear } from "@/lib/figure/model";

/** A KPI's short name in two parts: what its parent's row already says, and the rest. Together they are the whole name. */
export type NameParts = { implied: string; shown: string };

/**
 * The name of a KPI indented under its parent: "Scope 2, lokation, ift. omsætning" shows "ift. omsætning" under
 * "Scope 2, lokationsbaseret", because each word before it begins a word of the parent's. Without a parent all is shown.
 */
export function nameParts(kpi: Pick<KpiYear, "shortName">, parent: Pick<KpiYear, "shortName"> | undefined): NameParts {
  const words = kpi.shortName.split(" ");
  const said = parent?.shortName.split(" ") ?? [];
  const own = words.findIndex((word, index) => !said[index]?.startsWith(word.replace(/[,.:;]$/, "")));
  // A name that says nothing of its own is shown as it is.
  if (own <= 0) return { implied: "", shown: kpi.shortName };
  return { implied: `${words.slice(0, own).join(" ")} `, shown: words.slice(own).join(" ") };
}
