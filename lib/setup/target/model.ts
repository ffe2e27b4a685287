import { Refusal } from "@/lib/access/refusal";
import type { Locale } from "@/lib/language/model";
import { parseNumber, parseSplit, type DecimalText } from "@/lib/number/model";

/** A target's limit as typed: `40/60` of a split, else a number of the reader's language. Refuses `setup.limitWrong`. */
export function limitFrom(
  kind: string,
  text: string,
  locale: Locale,
): { amount: DecimalText; scale: number } | { men: DecimalText; women: DecimalText } {
  if (kind === "split") {
    const split = parseSplit(text, locale);
    if (split.ok && split.value) return { men: split.value.men, women: split.value.women };
  } else {
    const number = parseNumber(text, locale);
    if (number.ok && number.value) return number.value;
  }
  throw new Refusal("setup.limitWrong", { text }, "limit");
}
