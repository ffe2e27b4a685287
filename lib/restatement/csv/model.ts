import { stringify } from "csv-stringify/sync";
import { plainText } from "@/lib/export/csv/model";
import type { RestatementView } from "../queries";

const columns = [
  "at",
  "kind",
  "subject",
  "org_unit",
  "from_year",
  "to_year",
  "reason",
  "by",
  "kpi",
  "name",
  "effect_org_unit",
  "year",
  "unit",
  "before",
  "after",
  "change",
  "material",
  "explained_in",
] as const;

/** Restatements as CSV, a row for each figure they changed, figures as printed in the language of the list. Texts that a spreadsheet would take for a formula are guarded. */
export function restatementsCsv(restatements: readonly RestatementView[], organisation: string): string {
  const rows = restatements.flatMap((one) => {
    const head = [
      one.at,
      one.kind,
      one.subject.code,
      one.subject.orgUnit ?? organisation,
      String(one.fromYear),
      String(one.toYear),
      one.reason,
      one.actor ?? "",
    ];
    return one.effects.map((effect) => [
      ...head,
      ...[effect.code, effect.name, effect.orgUnit ?? organisation, String(effect.year), effect.unitOfMeasure],
      ...[effect.before, effect.after, effect.change, effect.isMaterial ? "yes" : "no"],
      effect.isMaterial && one.explainedIn !== null ? String(one.explainedIn) : "",
    ]);
  });
  return stringify([[...columns], ...rows], { record_delimiter: "windows", bom: true, cast: { string: plainText } });
}
