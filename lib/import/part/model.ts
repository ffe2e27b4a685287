import type { World } from "@/lib/import/world/model";
import { versionIn } from "@/lib/kpi/model";
import type { PartOf } from "@/lib/value/question/model";

/** Two KPIs of which one is a part of the other in a year, by their ids. */
export type Pair = { part: string; whole: string; year: number };

/** The other side of a share in which the part is more than the whole, and its KPI's name in both languages. */
export type Over = PartOf & { names: { da: string; en: string } };

/** The parts and wholes that shares are worked out from, in the years of a file. */
export function pairsIn({ kpis }: World, years: readonly number[]): Pair[] {
  return [...kpis.values()].flatMap(({ versions }) =>
    years.flatMap((year) => {
      const formula = versionIn(versions, year)?.formula;
      if (formula?.kind !== "share") return [];
      const [part, whole] = [kpis.get(formula.part), kpis.get(formula.whole)];
      return part && whole ? [{ part: part.id, whole: whole.id, year }] : [];
    }),
  );
}
