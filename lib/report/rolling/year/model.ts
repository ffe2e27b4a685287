import { piecesOf, writtenReference, type YearName } from "@/lib/report/reference/model";

/** From the report of one year to that of another. */
export type Move = { from: number; to: number };

/** A year of four digits that stands alone: no part of a number (12.023, 2023,5), a code (ISO-2023) or a financial year (2023/24). */
const wholeYear = /(?<![\p{L}\p{N}_/#-]|\d[.,])((?:19|20)\d{2})(?![\p{L}\p{N}_/]|[.,]\d|-(?!\d{4}(?!\d)))/gu;
/** A year that ends a date or a span. */
const dateOrSpan =
  /(?<=(?<!\d)\d{1,2}\.\d{1,2}\.|(?<![\p{L}\p{N}_/#.-])(?:19|20)\d{2}-)((?:19|20)\d{2})(?![\p{L}\p{N}_/-]|[.,]\d)/gu;
/** Where something is to be found, which is there whatever the year. */
const address = /(https?:\/\/\S+|\]\([^)\s]*\))/;

/** A year as it is called a report later: the report's own and its neighbours move along, others (a baseline, a target far ahead) stay. */
function movedYear(year: number, { from, to }: Move): number {
  return Math.abs(year - from) <= 1 ? year + to - from : year;
}

/** A text with the years that mean the report's own moved on, in its bound numbers too; addresses stay as they are. */
export function movedYears(text: string, move: Move): string {
  return piecesOf(text)
    .map((piece) => {
      if ("text" in piece) return inProse(piece.text, move);
      const { reference, source } = piece;
      if (!reference) return source;
      const { year, since } = reference;
      if (!isNamed(year) && !(since && isNamed(since))) return source;
      return writtenReference({ ...reference, year: named(year, move), since: since && named(since, move) });
    })
    .join("");
}

function inProse(text: string, move: Move): string {
  return text
    .split(address)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const next = (year: string) => String(movedYear(Number(year), move));
      // Each year once: what the first rule moved must not be moved again by the second.
      const places = new Map<number, string>();
      for (const rule of [wholeYear, dateOrSpan])
        for (const found of part.matchAll(rule)) places.set(found.index, next(found[0]));
      return [...places]
        .toSorted(([a], [b]) => b - a)
        .reduce((moved, [at, year]) => moved.slice(0, at) + year + moved.slice(at + 4), part);
    })
    .join("");
}

const isNamed = (year: YearName): year is { absolute: number } => "absolute" in year;

function named(year: YearName, move: Move): YearName {
  return isNamed(year) ? { absolute: movedYear(year.absolute, move) } : year;
}

/** Settings with their years and titles moved on; everything else as it is. */
export function movedSettings(settings: unknown, move: Move, name = ""): unknown {
  if (typeof settings === "number") return /year/i.test(name) ? movedYear(settings, move) : settings;
  if (typeof settings === "string") return /^title/.test(name) ? movedYears(settings, move) : settings;
  if (Array.isArray(settings)) return settings.map((one) => movedSettings(one, move, name));
  if (settings === null || typeof settings !== "object") return settings;
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, movedSettings(value, move, key)]));
}
