import { Refusal } from "@/lib/access/refusal";
import type { Locale } from "@/lib/language/model";
import { parseNumber, scaleOf, type DecimalText } from "@/lib/number/model";
import { isPercent } from "../model";

/** A share in percent as typed, with at most three decimals. Refuses `setup.organisation.percentWrong`. */
export function percentFrom(text: string, locale: Locale): DecimalText {
  const read = parseNumber(text, locale);
  const amount = read.ok ? read.value?.amount : undefined;
  if (amount === undefined || !isPercent(amount) || scaleOf(amount) > 3)
    throw new Refusal("setup.organisation.percentWrong", { text }, "materialityPercent");
  return amount;
}
