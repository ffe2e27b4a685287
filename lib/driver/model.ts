import { subtract, zero, type Fraction } from "@/lib/number/fraction";

/** What a figure is worked out from: a KPI's amount (activity), or what it is multiplied with (factor), in one of two years. */
export type Driver = { name: string; kind: "activity" | "factor"; before: Fraction; after: Fraction };

/** What one driver moved the figure by. */
export type Effect = { name: string; kind: "activity" | "factor" | "coverage"; amount: Fraction };

/** A figure from the amounts of its drivers, by name; null where it has none, such as a quotient to 0. */
export type Formula = (amountOf: (name: string) => Fraction) => Fraction | null;

/** Two years' figures over the org units both have, and over all that each has. */
export type Years = { before: Fraction; after: Fraction; beforeAlike: Fraction; afterAlike: Fraction };

/**
 * Splits a change into what each driver moved it by (standards.md, "Driver split"): one driver after the other steps
 * from the earlier year's amount to the later one's, in the order given, and its effect is what the figure does
 * meanwhile. For activity × factor in this order that is (a₁ − a₀) × f₀ and a₁ × (f₁ − f₀); for a ratio, numerator
 * first, (n₁ − n₀) ÷ d₀ and n₁ ÷ d₁ − n₁ ÷ d₀. The effects add up to the change exactly, whatever the formula.
 * Null when a step has no figure.
 */
export function effectsOf(drivers: readonly Driver[], formula: Formula): Effect[] | null {
  const amounts = new Map(drivers.map(({ name, before }) => [name, before]));
  const now = () => formula((name) => amounts.get(name) ?? zero);
  let figure = now();
  const effects: Effect[] = [];
  for (const { name, kind, after } of drivers) {
    amounts.set(name, after);
    const next = now();
    if (!figure || !next) return null;
    effects.push({ name, kind, amount: subtract(next, figure) });
    figure = next;
  }
  return figure && effects;
}

/** What org units that came, less those that went, moved the figure by: the change that is not like for like. */
export function coverageEffect({ before, after, beforeAlike, afterAlike }: Years): Fraction {
  return subtract(subtract(after, afterAlike), subtract(before, beforeAlike));
}
