import { createHash } from "node:crypto";
import { compare, fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";

/** How a sample is drawn; the same list as the database's `SampleRule`. */
export const sampleRules = ["random", "largest", "byHand"] as const;
export type SampleRule = (typeof sampleRules)[number];

/** Most values in one sample. */
export const mostItems = 200;

/** A value there is to draw: its address, the version it has, and the part it makes of all that was entered for its KPI (none for a split). */
export type Drawable = {
  kpiId: string;
  orgUnitId: string;
  year: number;
  code: string;
  unit: string;
  version: number;
  part: DecimalText | null;
};

/** A value's address: the same in every copy of the data. */
function addressOf({ year, unit, code }: Pick<Drawable, "year" | "unit" | "code">): string {
  return `${year}/${unit}/${code}`;
}

/**
 * A value's ticket: SHA-256, hex, of the seed, a line feed and the value's address. Anybody can work it out with a
 * command of any computer, and what is drawn does not depend on the order in which the values were read.
 */
export function ticketOf(seed: string, value: Pick<Drawable, "year" | "unit" | "code">): string {
  return sha256(`${seed}\n${addressOf(value)}`);
}

/** A random sample: the lowest tickets. A larger sample of the same seed holds the smaller one. */
export function drawRandom(values: readonly Drawable[], seed: string, size: number): Drawable[] {
  return values
    .map((value) => ({ value, ticket: ticketOf(seed, value) }))
    .sort((one, other) => (one.ticket < other.ticket ? -1 : 1))
    .slice(0, size)
    .map(({ value }) => value);
}

/** What makes up most of its KPI's figure, the larger part first; equal parts by address. A split has no size. */
export function drawLargest(values: readonly Drawable[], size: number): Drawable[] {
  return values
    .filter((value): value is Drawable & { part: DecimalText } => value.part !== null)
    .map((value) => ({ value, part: fraction(value.part) }))
    .sort((one, other) => compare(other.part, one.part) || (addressOf(one.value) < addressOf(other.value) ? -1 : 1))
    .slice(0, size)
    .map(({ value }) => value);
}

/** SHA-256, hex, over all addresses in order: two populations with the same print hold the same values. */
export function printOf(values: readonly Drawable[]): string {
  return sha256(values.map(addressOf).sort().join("\n"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
