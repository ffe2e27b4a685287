import { compare, fraction, hundred, min, round, subtract, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/** An exact figure: one number, or the two shares of a split in percent. */
export type Quantity = { kind: "number"; amount: Fraction } | { kind: "split"; men: Fraction; women: Fraction };

/** An exact number from its decimal text. */
export function numberQuantity(amount: DecimalText): Quantity {
  return { kind: "number", amount: fraction(amount) };
}

/** A split from its two shares in percent. */
export function splitQuantity(men: DecimalText, women: DecimalText): Quantity {
  return { kind: "split", men: fraction(men), women: fraction(women) };
}

/** The one number by which a figure is compared: of a split, the share of the under-represented sex. */
export function measure(quantity: Quantity): Fraction {
  return quantity.kind === "number" ? quantity.amount : min(quantity.men, quantity.women);
}

/** Which sex is under-represented; women when both are half. */
export function underRepresented(split: { men: Fraction; women: Fraction }): "men" | "women" {
  return compare(split.men, split.women) < 0 ? "men" : "women";
}

/** Both shares rounded once, so that they still sum to 100: the second is what the first leaves. */
export function roundSplit(
  split: { men: Fraction; women: Fraction },
  decimals: number,
): { men: DecimalText; women: DecimalText } {
  const men = round(split.men, decimals);
  return { men, women: round(subtract(hundred, fraction(men)), decimals) };
}
