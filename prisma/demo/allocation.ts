/** Divides a whole among org units in proportion to weights, in steps of the last decimal, so that the parts sum to the whole exactly (largest remainder). */
export function allocate(whole: string, weights: number[]): string[] {
  const scale = whole.split(".")[1]?.length ?? 0;
  const steps = BigInt(whole.replace(".", ""));
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  const shares = weights.map((weight, index) => ({
    index,
    steps: (steps * BigInt(weight)) / total,
    rest: (steps * BigInt(weight)) % total,
  }));
  let left = Number(steps - shares.reduce((sum, share) => sum + share.steps, 0n));
  for (const share of [...shares].sort((a, b) => Number(b.rest - a.rest))) if (left-- > 0) share.steps += 1n;
  return shares.map((share) => decimal(share.steps, scale));
}

/** A percentage of a decimal, in its own decimals: grow("118.4", 103) is 103 %. */
export function grow(text: string, percent: number): string {
  const scale = text.split(".")[1]?.length ?? 0;
  return decimal((BigInt(text.replace(".", "")) * BigInt(percent) + 50n) / 100n, scale);
}

function decimal(steps: bigint, scale: number): string {
  const digits = String(steps).padStart(scale + 1, "0");
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
