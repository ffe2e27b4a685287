/**
 * A bound number: a place in a report's text that stands for a figure, written between double braces.
 *
 *   {{kpi:scope2-location}}                     the value of the report's year
 *   {{kpi:scope2-location change}}              the change from the year before, with its sign
 *   {{kpi:electricity rise since 2019}}         the rise since a year, without sign; a fall refuses it
 *   {{kpi:enps year-1}}                         the value of the year before
 *   {{kpi:electricity @aalborg unit}}           an org unit's value, with its unit of measure
 *   {{kpi:gender-all share women}}              one part of a split
 *   {{kpi:electricity share @aalborg}}          an org unit's part of the whole
 *   {{kpi:cnps target bare}}                    the number of the target alone
 *
 * The words after the code stand in any order, each at most once.
 */
export type Reference = {
  kpi: string;
  year: YearName;
  /** Code of the org unit; null: the organisation. */
  orgUnit: string | null;
  measure: Measure;
  /** Of a change: the year it counts from; null: the year before. */
  since: YearName | null;
  /** Of a share: which part of a split; null: the org unit's part of the whole. */
  part: "men" | "women" | null;
  /** unit: with the unit of measure. bare: the number alone. plain: as a sentence usually has it. */
  style: "plain" | "unit" | "bare";
};

/** A year by its number, or by its distance from the report's: 0 is the report's own, −1 the year before. */
export type YearName = { absolute: number } | { relative: number };

export const measures = ["value", "change", "rise", "fall", "target", "state", "share"] as const;

/** What of a KPI is meant. rise and fall are a change without its sign, which hold in one direction only. */
export type Measure = (typeof measures)[number];

/** A text cut at its references; what looks like one and cannot be read is a reference without meaning. */
export type Piece = { text: string } | { source: string; at: number; reference: Reference | null };

const place = /\{\{[^{}\n]*\}\}/g;
const codeForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const thisYear: YearName = { relative: 0 };

/** Cuts a text at its references. Joined again, the pieces are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(place)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) });
    pieces.push({ source: found[0], at: found.index, reference: referenceOf(found[0]) });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Reads one reference with its braces; null when it is not of the form. */
export function referenceOf(source: string): Reference | null {
  const [head = "", ...words] = source.slice(2, -2).trim().split(/\s+/);
  const kpi = head.startsWith("kpi:") ? head.slice(4) : "";
  if (!codeForm.test(kpi)) return null;
  const read = readWords(words);
  return read && isSensible(read) ? { kpi, ...read } : null;
}

type Words = Omit<Reference, "kpi">;

function readWords(words: string[]): Words | null {
  const given: Partial<Words> = {};
  const take = <Name extends keyof Words>(name: Name, value: Words[Name] | null): boolean => {
    if (value === null || given[name] !== undefined) return false;
    given[name] = value;
    return true;
  };
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const taken =
      word === "since"
        ? take("since", yearOf(words[++index] ?? ""))
        : isOneOf(measures, word)
          ? take("measure", word)
          : word === "men" || word === "women"
            ? take("part", word)
            : word === "unit" || word === "bare"
              ? take("style", word)
              : word.startsWith("@")
                ? take("orgUnit", codeForm.test(word.slice(1)) ? word.slice(1) : null)
                : take("year", yearOf(word));
    if (!taken) return null;
  }
  return { year: thisYear, orgUnit: null, measure: "value", since: null, part: null, style: "plain", ...given };
}

/** Only a change counts from a year; only a share has a part, or an org unit to be the part; a target or state is the organisation's. */
function isSensible({ measure, since, part, orgUnit, style }: Words): boolean {
  const isChange = measure === "change" || measure === "rise" || measure === "fall";
  if (since !== null && !isChange) return false;
  if (part !== null && measure !== "share") return false;
  if (measure === "share" && part === null && orgUnit === null) return false;
  if ((measure === "target" || measure === "state") && orgUnit !== null) return false;
  return measure !== "state" || style === "plain";
}

function yearOf(word: string): YearName | null {
  if (/^[12]\d{3}$/.test(word)) return { absolute: Number(word) };
  const relative = /^year(?:([+-])(\d))?$/.exec(word);
  if (!relative) return null;
  const distance = Number(relative[2] ?? 0);
  return { relative: relative[1] === "-" && distance > 0 ? -distance : distance };
}

function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text);
}

/** A reference as it is written, with nothing that goes without saying. */
export function writtenReference({ kpi, year, orgUnit, measure, since, part, style }: Reference): string {
  const words = [
    `kpi:${kpi}`,
    ...("relative" in year && year.relative === 0 ? [] : [writtenYear(year)]),
    ...(orgUnit === null ? [] : [`@${orgUnit}`]),
    ...(measure === "value" ? [] : [measure]),
    ...(part === null ? [] : [part]),
    ...(since === null ? [] : ["since", writtenYear(since)]),
    ...(style === "plain" ? [] : [style]),
  ];
  return `{{${words.join(" ")}}}`;
}

function writtenYear(year: YearName): string {
  if ("absolute" in year) return String(year.absolute);
  if (year.relative === 0) return "year";
  return `year${year.relative < 0 ? "-" : "+"}${Math.abs(year.relative)}`;
}

/** The year that is meant in the report of a year. */
export function yearNamed(year: YearName, reportYear: number): number {
  return "absolute" in year ? year.absolute : reportYear + year.relative;
}
