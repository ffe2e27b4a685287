import { evaluator, type Evaluated, type Facts } from "@/lib/evaluation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import { versionIn } from "@/lib/kpi/model";
import { compare } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";

/** One figure that another version of a factor would change. */
export type FactorEffect = { code: string; year: number; before: Evaluated; after: Evaluated };

/**
 * Which calculated figures of an org unit would change in these years if another version of a factor counted, with
 * what they are and would be: the factor's own dependants and everything that follows from those. `instead` gives the
 * version that would count in a year. Nothing is changed; a restatement does that.
 */
export function factorEffects(
  facts: Facts,
  orgUnitId: string,
  years: readonly number[],
  code: string,
  instead: (year: number) => FactorUse | null,
): FactorEffect[] {
  const trees = new Map();
  const now = evaluator(facts, trees);
  const then = evaluator(
    { ...facts, factorOf: (name, year) => (name === code ? instead(year) : facts.factorOf(name, year)) },
    trees,
  );
  return years.flatMap((year) => {
    const calculated = [...facts.rules].filter(([, versions]) => versionIn(versions, year)?.formula);
    return calculated.flatMap(([name]): FactorEffect[] => {
      const [before, after] = [now, then].map(({ evaluate }) => evaluate(name, orgUnitId, year));
      return isSame(before!, after!) ? [] : [{ code: name, year, before: before!, after: after! }];
    });
  });
}

function isSame(a: Evaluated, b: Evaluated): boolean {
  if (!a.quantity || !b.quantity) return a.quantity === b.quantity;
  return compare(measure(a.quantity), measure(b.quantity)) === 0;
}
