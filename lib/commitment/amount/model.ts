import { Refusal } from "@/lib/access/refusal";
import type { Locale } from "@/lib/language/model";
import { parseNumber, type DecimalText } from "@/lib/number/model";

/** An amount as typed in the reader's language; blank is none, never 0. Refuses `agreement.numberWrong` at its field. */
export function amountFrom(text: string, locale: Locale, field: string): DecimalText | null {
  const parsed = parseNumber(text, locale);
  if (!parsed.ok) throw new Refusal("agreement.numberWrong", { text }, field);
  return parsed.value?.amount ?? null;
}
