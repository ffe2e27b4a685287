import { factorsIn, kpisIn } from "@/lib/expression/model";
import type { Formula } from "./schema";

/** Codes of the KPIs a formula needs, in the order it names them. */
export function formulaInputs(formula: Formula): string[] {
  if (formula.kind === "expression") return kpisIn(formula.tree);
  const { kind: _, ...inputs } = formula;
  return Object.values(inputs);
}

/** Codes of the emission factors a formula uses. */
export function formulaFactors(formula: Formula): string[] {
  return formula.kind === "expression" ? factorsIn(formula.tree) : [];
}

/** The version that holds in `year`: the latest that had begun; null before the first. */
export function versionIn<Version extends { validFromYear: number }>(
  versions: Version[],
  year: number,
): Version | null {
  let held: Version | null = null;
  for (const version of versions) {
    if (version.validFromYear <= year && (!held || version.validFromYear > held.validFromYear)) held = version;
  }
  return held;
}

/** Whether the KPI's last year lies before `year`. */
export function hasEnded({ lastYear }: { lastYear: number | null }, year: number): boolean {
  return lastYear !== null && lastYear < year;
}

/** True where the KPI is collected from the org unit in the year. A KPI without any collection rows is collected everywhere. */
export function isCollected(
  collections: { orgUnitId: string; fromYear: number; toYear: number | null }[],
  orgUnitId: string,
  year: number,
): boolean {
  if (collections.length === 0) return true;
  return collections.some(
    (row) => row.orgUnitId === orgUnitId && row.fromYear <= year && (row.toYear === null || year <= row.toYear),
  );
}
