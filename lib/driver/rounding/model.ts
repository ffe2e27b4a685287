import { add, compare, fraction, multiply, round, subtract, zero, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/**
 * Rounds parts so that, as printed, they add up to their rounded whole: each is cut off towards the smaller number,
 * and the steps of the last decimal still lacking go to the largest remainders, the earlier part first where they are
 * equal. No part strays from its exact amount by a full step.
 */
export function roundedParts(
  parts: readonly Fraction[],
  decimals: number,
): { parts: DecimalText[]; whole: DecimalText } {
  const step = 10n ** BigInt(decimals);
  const total = round(parts.reduce(add, zero), decimals);
  const cut = parts.map((part, index) => {
    const scaled = multiply(part, { n: step, d: 1n });
    const steps = floor(scaled);
    return { index, steps, rest: subtract(scaled, { n: steps, d: 1n }) };
  });
  const lacking = multiply(fraction(total), { n: step, d: 1n }).n - cut.reduce((sum, { steps }) => sum + steps, 0n);
  const first = [...cut].sort((a, b) => compare(b.rest, a.rest) || a.index - b.index).slice(0, Number(lacking));
  for (const part of first) part.steps += 1n;
  return { parts: cut.map(({ steps }) => round({ n: steps, d: step }, decimals)), whole: total };
}

function floor({ n, d }: Fraction): bigint {
  return n < 0n && n % d !== 0n ? n / d - 1n : n / d;
}
