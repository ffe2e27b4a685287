import { divide, fraction, multiply, type Fraction } from "@/lib/number/fraction";
import { unitsOfMeasure, type Dimension } from "@/lib/unit-of-measure/model";

/** What an amount measures: powers of base dimensions (kg per MJ: mass 1, energy −1), and one of it in their base units, exactly. */
export type Measure = { powers: Readonly<Record<string, number>>; factor: Fraction };

const one = fraction("1");
const hundredth = fraction("0.01");

/** A pure number. */
export const pureNumber: Measure = { powers: {}, factor: one };

const powersOf: Partial<Record<Dimension, Record<string, number>>> = {
  massPerMoney: { mass: 1, money: -1 },
  energyPerMoney: { energy: 1, money: -1 },
  volumePerMoney: { volume: 1, money: -1 },
  share: {},
  shareOfFte: {},
  split: {},
  count: {},
  times: {},
  daysPerFte: { days: 1, fte: -1 },
  perHours: { hours: -1 },
};

/** Percent are hundredths of a pure number: 25 % of 400 kWh are 100 kWh. */
const inPercent: Dimension[] = ["share", "shareOfFte", "split"];

/** Base units of measure, to write a measure that has no code of its own. */
const baseUnits: Record<string, string> = { mass: "kg", energy: "MJ", volume: "m³", area: "m²", money: "DKK" };

/**
 * What a unit of measure measures. "kg/bed" is read as kg per bed; a code outside the catalogue is a dimension of its
 * own, so that beds fit beds and nothing else.
 */
export function measureOf(code: string): Measure {
  const known = Object.hasOwn(unitsOfMeasure, code) ? unitsOfMeasure[code] : undefined;
  if (known) {
    const factor = fraction(known.factor);
    return {
      powers: powersOf[known.dimension] ?? { [known.dimension]: 1 },
      factor: inPercent.includes(known.dimension) ? multiply(factor, hundredth) : factor,
    };
  }
  const [over, under, ...more] = code.split("/");
  if (over && under && more.length === 0) return per(measureOf(over), measureOf(under));
  return { powers: { [code]: 1 }, factor: one };
}

/** a × b. */
export function times(a: Measure, b: Measure): Measure {
  return { powers: combined(a.powers, b.powers, 1), factor: multiply(a.factor, b.factor) };
}

/** a ÷ b. */
export function per(a: Measure, b: Measure): Measure {
  return { powers: combined(a.powers, b.powers, -1), factor: divide(a.factor, b.factor)! };
}

/** Whether two measure the same, so that amounts of both can be added once they are converted. */
export function fits(a: Measure, b: Measure): boolean {
  return Object.keys(combined(a.powers, b.powers, -1)).length === 0;
}

/** In base units: "kg/MJ", "1" for a pure number. */
export function written({ powers }: Measure): string {
  const part = (sign: 1 | -1) =>
    Object.entries(powers)
      .filter(([, power]) => power * sign > 0)
      .flatMap(([name, power]) => Array<string>(Math.abs(power)).fill(baseUnits[name] ?? name))
      .join("·");
  const [over, under] = [part(1), part(-1)];
  return under ? `${over || "1"}/${under}` : over || "1";
}

function combined(a: Measure["powers"], b: Measure["powers"], sign: 1 | -1): Record<string, number> {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const powers = [...names].map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0)] as const);
  return Object.fromEntries(powers.filter(([, power]) => power !== 0));
}
