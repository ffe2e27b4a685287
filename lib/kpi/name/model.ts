import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** A KPI to be picked by its name. */
export type Named = { code: string; name: string; unitOfMeasure: string };

/** Names that tell KPIs apart, by code: those that share theirs say their unit of measure, those that share that as well their code. */
export function distinctNames(kpis: readonly Named[], locale: Locale): Map<string, string> {
  const withUnit = (kpi: Named) => `${kpi.name} (${unitLabel(kpi.unitOfMeasure, locale, "long")})`;
  const [names, longer] = [counted(kpis.map(({ name }) => name)), counted(kpis.map(withUnit))];
  return new Map(
    kpis.map((kpi) => {
      if (names.get(plain(kpi.name)) === 1) return [kpi.code, kpi.name];
      return [kpi.code, longer.get(plain(withUnit(kpi))) === 1 ? withUnit(kpi) : `${kpi.name} (${kpi.code})`];
    }),
  );
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  return counts;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
