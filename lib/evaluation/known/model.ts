import { followersOf } from "@/lib/evaluation/follower/model";
import type { Evaluated, Facts } from "@/lib/evaluation/model";

/** What was evaluated of a year, under a KPI's code and what else it is asked by, and of each KPI a print that changes with its stored values of the year. */
export type Known<One = Evaluated> = { prints: ReadonlyMap<string, string>; figures: Map<string, One> };

/** What is known of a year by other stored values: every figure but those of a KPI that has changed, and what follows from them. */
export function stillKnown<One>(before: Known<One> | null, prints: Known["prints"], rules: Facts["rules"]): Known<One> {
  if (!before) return { prints, figures: new Map() };
  const changed = [...new Set([...before.prints.keys(), ...prints.keys()])].filter(
    (code) => before.prints.get(code) !== prints.get(code),
  );
  if (changed.length === 0) return before;
  const gone = followersOf(changed, rules);
  // No code has a blank in it.
  const figures = new Map([...before.figures].filter(([key]) => !gone.has(key.slice(0, key.indexOf(" ")))));
  return { prints, figures };
}
