import type { ValueOrigin, ValueStatus } from "@/lib/database/generated/enums";
import { noFigure, type Evaluated } from "@/lib/evaluation/model";
import type { Fraction } from "@/lib/number/fraction";
import { splitQuantity, type Quantity } from "@/lib/quantity/model";

/**
 * The stored values of one KPI in one year as the database sends them: rows parted by `rowMark`, fields by
 * `fieldMark`: org unit, code (status, origin, example, scale, a character each), amount in millionths, and where
 * there are any men, women, basis, comment, source and covered org units.
 */
export const rowMark = "\u001e";
export const fieldMark = "\u001f";

/** Letters of the code, in the order of the enumerations. */
export const statusLetters: Record<ValueStatus, string> = {
  reported: "r",
  estimated: "e",
  pending: "p",
  notMeasured: "n",
  discontinued: "d",
  notApplicable: "a",
};
export const originLetters: Record<ValueOrigin, string> = { entered: "e", imported: "i", derived: "d" };

/** A year's stored values, packed: a million of them are some twenty megabytes, not a gigabyte. */
export type YearValues = {
  size: number;
  columns: ReadonlyMap<string, Column>;
  stored(kpiId: string, orgUnitId: string): Evaluated | null;
  /** A number near enough to put figures in an order, of a split the smaller share; nothing that is printed or reckoned with. */
  near(kpiId: string, orgUnitId: string): number | null;
};

/** The values of one KPI, by the place of each org unit. */
export type Column = { size: number; codes: Uint32Array; millionths: Float64Array; rests: Map<number, Rest> };
type Rest = Partial<Evaluated> & { exact?: bigint };

/** Packs a year's values; `orgUnitIds` are all of the organisation's. `known`: what is packed already, for the same org units. */
export function packValues(
  rows: { kpiId: string; packed: string }[],
  orgUnitIds: readonly string[],
  known: (kpiId: string) => Column | undefined = () => undefined,
): YearValues {
  const places = new Map(orgUnitIds.map((id, place) => [id, place]));
  const texts = new Map<string, string>();
  const columns = new Map<string, Column>();
  let size = 0;
  const pack = (packed: string): Column => {
    const column = {
      size: 0,
      codes: new Uint32Array(orgUnitIds.length),
      millionths: new Float64Array(orgUnitIds.length),
      rests: new Map(),
    };
    for (const row of packed.split(rowMark)) column.size += packRow(row, column, places, texts);
    return column;
  };
  for (const { kpiId, packed } of rows) {
    const column = known(kpiId) ?? pack(packed);
    size += column.size;
    columns.set(kpiId, column);
  }
  return {
    size,
    columns,
    stored: (kpiId, orgUnitId) => {
      const place = places.get(orgUnitId);
      const column = columns.get(kpiId);
      return place === undefined || !column?.codes[place] ? null : unpack(column, place);
    },
    near: (kpiId, orgUnitId) => {
      const place = places.get(orgUnitId);
      const column = columns.get(kpiId);
      if (place === undefined || !column?.codes[place]) return null;
      const millionths = column.millionths[place]!;
      if (!Number.isNaN(millionths)) return millionths / MILLION;
      const quantity = column.rests.get(place)?.quantity;
      if (quantity?.kind !== "split") return null;
      return Math.min(...[quantity.men, quantity.women].map(({ n, d }) => Number(n) / Number(d)));
    },
  };
}

function packRow(row: string, column: Column, places: Map<string, number>, texts: Map<string, string>): number {
  const [orgUnitId, code, amount, men, women, basis, comment, source, covers] = row.split(fieldMark);
  const place = places.get(orgUnitId!);
  if (place === undefined) return 0;
  const [status, origin, example, scale] = code!;
  column.codes[place] =
    1 +
    (statuses.indexOf(status!) << 1) +
    (origins.indexOf(origin!) << 5) +
    ((example === "t" ? 1 : 0) << 8) +
    ((scale === undefined ? 0 : Number(scale) + 1) << 9);
  const number = amount ? Number(amount) : NaN;
  column.millionths[place] = number;
  const rest: Rest = {};
  if (amount && !Number.isSafeInteger(number)) rest.exact = BigInt(amount);
  if (men && women) rest.quantity = splitQuantity(men, women);
  // The same source stands beside a hundred figures: one text for all.
  const text = (given: string) => texts.get(given) ?? (texts.set(given, given), given);
  if (basis) rest.basis = text(basis);
  if (comment) rest.comment = text(comment);
  if (source) rest.source = text(source);
  if (covers) rest.covers = new Set(covers.split(" "));
  if (Object.keys(rest).length > 0) column.rests.set(place, rest);
  return 1;
}

const statuses = Object.values(statusLetters);
const statusNames = Object.keys(statusLetters) as ValueStatus[];
const origins = Object.values(originLetters);
const originNames = Object.keys(originLetters) as ValueOrigin[];

function unpack({ codes, millionths, rests }: Column, place: number): Evaluated {
  const code = codes[place]!;
  const { exact, ...rest } = rests.get(place) ?? {};
  const scale = code >> 9;
  return {
    ...noFigure,
    status: statusNames[(code >> 1) & 15]!,
    origin: originNames[(code >> 5) & 7]!,
    isExample: ((code >> 8) & 1) === 1,
    scale: scale === 0 ? null : scale - 1,
    quantity: numberFrom(millionths[place]!, exact),
    ...rest,
  };
}

const MILLION = 1_000_000;

function numberFrom(millionths: number, exact: bigint | undefined): Quantity | null {
  if (exact !== undefined) return { kind: "number", amount: { n: exact, d: BigInt(MILLION) } };
  return Number.isNaN(millionths) ? null : { kind: "number", amount: lowest(millionths) };
}

/** Whole numbers of machine size are reduced before they become exact: a hundred thousand of them are read for a page. */
function lowest(millionths: number): Fraction {
  let [a, b] = [Math.abs(millionths), MILLION];
  while (b !== 0) [a, b] = [b, a % b];
  return { n: BigInt(millionths / a), d: BigInt(MILLION / a) };
}
