import { unitOf } from "@/lib/import/recognition/model";
import { divide, fraction, multiply, round, type Fraction } from "@/lib/number/fraction";
import { largestScale, mostIntegerDigits, scaleOf, type DecimalText } from "@/lib/number/model";
import { convert, unitLabel } from "@/lib/unit-of-measure/model";

/** From the unit of measure of a file to the KPI's: `factor` to multiply by (1: the same), null when the two do not measure the same. */
export type Conversion = { from: string; to: string; factor: Fraction | null };

const one: Fraction = { n: 1n, d: 1n };
/** Counted in different words, but the same. */
const alike: Record<string, string[]> = { count: ["persons"], persons: ["count"] };

/** How a figure written in `text` (a unit of measure as the file names it, or a code somebody chose for it) becomes one in the KPI's. */
export function conversion(text: string, to: string, chosen?: string): Conversion {
  if (chosen === "") return { from: to, to, factor: one };
  const labels = [
    to,
    ...(["da", "en"] as const).flatMap((locale) => [unitLabel(to, locale), unitLabel(to, locale, "long")]),
  ];
  const from =
    chosen ?? (labels.some((label) => label.toLowerCase() === text.trim().toLowerCase()) ? to : unitOf(text));
  if (from === null) return { from: text, to, factor: null };
  const isSame = from === to || (from.startsWith("%") && to.startsWith("%")) || (alike[from]?.includes(to) ?? false);
  return { from, to, factor: isSame ? one : convert(one, from, to) };
}

/** Whether the factor changes a figure. */
export function converts({ factor }: Conversion): boolean {
  return factor !== null && factor.n !== factor.d;
}

/** An amount times a factor, exactly; rounded where the database's six decimals end. Null: it has too many digits. */
export function converted(
  amount: DecimalText,
  factor: Fraction,
): { amount: DecimalText; scale: number; isRounded: boolean } | null {
  const exact = multiply(fraction(amount), factor);
  return bounded(exact);
}

/** An exact number as the database keeps it. */
export function bounded(exact: Fraction): { amount: DecimalText; scale: number; isRounded: boolean } | null {
  const written = round(exact, largestScale).replace(/\.?0+$/, "");
  if (written.replace("-", "").split(".")[0]!.length > mostIntegerDigits) return null;
  const back = fraction(written);
  return { amount: written, scale: scaleOf(written), isRounded: back.n !== exact.n || back.d !== exact.d };
}

/** The factor as people read it: "0.001", or "1/3.6" where it has no end. */
export function factorText(factor: Fraction): { by: DecimalText; isDivisor: boolean } {
  const by = round(factor, 9).replace(/\.?0+$/, "");
  const back = by === "0" || by === "" ? null : fraction(by);
  if (back && back.n === factor.n && back.d === factor.d) return { by, isDivisor: false };
  return { by: round(divide(one, factor)!, 9).replace(/\.?0+$/, ""), isDivisor: true };
}
