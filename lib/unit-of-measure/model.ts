import type { Locale } from "@/lib/language/model";
import { divide, fraction, multiply, type Fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/** How people state a change: of shares in percentage points, of scores and indices in points, of everything else in percent. */
export type StatedIn = "percent" | "percentagePoints" | "points";

/** What is measured. Units of measure of one dimension can be converted into each other; those of two never. */
export type Dimension =
  | "mass"
  | "energy"
  | "volume"
  | "area"
  | "distance"
  | "money"
  | "massPerMoney"
  | "energyPerMoney"
  | "volumePerMoney"
  | "share"
  | "shareOfFte"
  | "split"
  | "netScore"
  | "score"
  | "index"
  | "fte"
  | "persons"
  | "count"
  | "days"
  | "daysPerFte"
  | "hours"
  | "perHours"
  | "times";

/** Printed forms: short beside a number, long where the reader has nothing else to tell the scale from (a report's table). */
export type UnitLabel = { short: string; long: string };

export type UnitOfMeasure = {
  dimension: Dimension;
  /** One of it in the dimension's base unit of measure, exactly: kg, MJ, m³, m², km and DKK (MJ, because 1 kWh is exactly 3.6 MJ). */
  factor: DecimalText;
  statedIn: StatedIn;
  label: Record<Locale, UnitLabel>;
};

function unit(
  dimension: Dimension,
  factor: DecimalText,
  statedIn: StatedIn,
  da: string | UnitLabel,
  en: string | UnitLabel = da,
): UnitOfMeasure {
  const both = (label: string | UnitLabel) => (typeof label === "string" ? { short: label, long: label } : label);
  return { dimension, factor, statedIn, label: { da: both(da), en: both(en) } };
}

/** Every unit of measure known, by the code a KPI's version names it with. */
export const unitsOfMeasure: Readonly<Record<string, UnitOfMeasure>> = {
  t: unit("mass", "1000", "percent", "t"),
  kg: unit("mass", "1", "percent", "kg"),
  g: unit("mass", "0.001", "percent", "g"),
  // CO₂ equivalents are a mass: what a formula adds up in kg is a report's t.
  "t CO2e": unit("mass", "1000", "percent", "t CO₂e"),
  "kg CO2e": unit("mass", "1", "percent", "kg CO₂e"),
  "g CO2e": unit("mass", "0.001", "percent", "g CO₂e"),
  MWh: unit("energy", "3600", "percent", "MWh"),
  kWh: unit("energy", "3.6", "percent", "kWh"),
  GJ: unit("energy", "1000", "percent", "GJ"),
  MJ: unit("energy", "1", "percent", "MJ"),
  "m³": unit("volume", "1", "percent", "m³"),
  L: unit("volume", "0.001", "percent", "L"),
  "m²": unit("area", "1", "percent", "m²"),
  km: unit("distance", "1", "percent", "km"),
  mDKK: unit("money", "1000000", "percent", "mio. kr.", "DKK m"),
  DKK: unit("money", "1", "percent", "kr.", "DKK"),
  "t/mDKK": unit("massPerMoney", "0.001", "percent", "t/mio. kr.", "t/DKK m"),
  "MWh/mDKK": unit("energyPerMoney", "0.0036", "percent", "MWh/mio. kr.", "MWh/DKK m"),
  "m³/mDKK": unit("volumePerMoney", "0.000001", "percent", "m³/mio. kr.", "m³/DKK m"),
  "%": unit("share", "1", "percentagePoints", "%"),
  "% of FTE": unit("shareOfFte", "1", "percentagePoints", "% af FTE", "% of FTE"),
  "% men/women": unit("split", "1", "percentagePoints", { short: "%", long: "% m/k" }, { short: "%", long: "% m/f" }),
  "score −100…+100": unit(
    "netScore",
    "1",
    "points",
    { short: "point", long: "−100…+100" },
    { short: "points", long: "−100…+100" },
  ),
  score: unit("score", "1", "points", { short: "point", long: "score" }, { short: "points", long: "score" }),
  "index 0–100": unit(
    "index",
    "1",
    "points",
    { short: "indeks", long: "indeks 0–100" },
    { short: "index", long: "index 0–100" },
  ),
  FTE: unit("fte", "1", "percent", "FTE"),
  persons: unit("persons", "1", "percent", "personer", "people"),
  count: unit("count", "1", "percent", "antal", "number"),
  days: unit("days", "1", "percent", "dage", "days"),
  "days/FTE": unit("daysPerFte", "1", "percent", "dage/FTE", "days/FTE"),
  hours: unit("hours", "1", "percent", "timer", "hours"),
  "per 200,000 h": unit("perHours", "0.000005", "percent", "pr. 200.000 timer", "per 200,000 hours"),
  "per 1,000,000 h": unit("perHours", "0.000001", "percent", "pr. mio. timer", "per million hours"),
  times: unit("times", "1", "percent", "gange", "times"),
};

function known(code: string): UnitOfMeasure | undefined {
  return Object.hasOwn(unitsOfMeasure, code) ? unitsOfMeasure[code] : undefined;
}

/** A unit of measure as printed. A code outside the catalogue is its own label, so that an organisation may count in beds. */
export function unitLabel(code: string, locale: Locale, style: keyof UnitLabel = "short"): string {
  return known(code)?.label[locale][style] ?? code;
}

const countLabels: readonly string[] = Object.values(unitsOfMeasure.count!.label).map(({ short }) => short);

/** An amount with its unit of measure in a sentence: "7,92 t". What is counted needs no word for it: "10", not "10 antal". */
export function withLabel(amount: string, label: string): string {
  return label === "" || countLabels.includes(label) ? amount : `${amount} ${label}`;
}

/** How a change of a figure in this unit of measure is stated; in percent when the code is unknown. */
export function statedIn(code: string): StatedIn {
  return known(code)?.statedIn ?? "percent";
}

/** An amount in another unit of measure of the same dimension, exactly; null when the two do not measure the same, or one is unknown. */
export function convert(amount: Fraction, from: string, to: string): Fraction | null {
  const [source, target] = [known(from), known(to)];
  if (!source || !target || source.dimension !== target.dimension) return null;
  return divide(multiply(amount, fraction(source.factor)), fraction(target.factor));
}
