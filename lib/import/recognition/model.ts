import { isPartOfYear, isYearDate, wholeYear } from "@/lib/import/period/model";
import { unitsOfMeasure } from "@/lib/unit-of-measure/model";

/** What a file's texts are matched with. */
export type Catalogue = {
  kpis: { code: string; names: string[] }[];
  orgUnits: { code: string; name: string; isRoot: boolean }[];
};

/**
 * Finds what a text means. Called, it answers with a code only when that is beyond doubt (the code, or a name up to
 * case, marks and punctuation); `nearest` proposes the one name that shares most words with it, for somebody to confirm.
 */
export type Matcher = { (text: string): string | null; nearest(text: string): string | null };

const superscript = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/g;
const smallDigits: Record<string, string> = { "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4" };

/** A name without what workbooks change in it: case, accents of type, punctuation, spaces. "CO₂ – Scope 1" and "co2 scope 1" are one. */
export function plainName(text: string): string {
  return text
    .replace(/[₀-₄]/g, (digit) => smallDigits[digit]!)
    .replace(superscript, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/&/g, " og ")
    .replace(/[^\p{L}\p{N}%+]+/gu, " ")
    .trim();
}

/** The forms under which a text may be known, the most literal first: as it is, without a footnote mark, without a unit of measure behind it. */
function forms(text: string): string[] {
  const literal = text.trim();
  const unmarked = literal.replace(
    /\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+|\(\d{1,2}\)|\[\d{1,2}\]|(?<=\p{L})\d{1,2}|(?<=[\p{L})\d])\s\d{1,2}\)?|(?<=\d)\d)$/u,
    "",
  );
  // "Varme (mål)" and "Varme, jan." are not Varme.
  const unless = (said: string) => (notActual.test(said.replace("%", "")) || isPartOfYear(said) ? said : "");
  const bare = (one: string) =>
    one.replace(/\s*[([][^()[\]]*[)\]]\s*$/, unless).replace(/,\s*[\p{L}%³²/]{1,10}$/u, unless);
  return [...new Set([literal, unmarked, bare(literal), bare(unmarked)].map(plainName))].filter((form) => form !== "");
}

function matcher(entries: { code: string; names: string[] }[]): Matcher {
  const known = new Map<string, string | null>();
  for (const { code, names } of entries) {
    for (const name of new Set([code, ...names].map(plainName))) {
      const before = known.get(name);
      // A name of two is a name of none.
      known.set(name, before === undefined || before === code ? code : null);
    }
  }
  for (const { code } of entries) known.set(plainName(code), code);
  const remembered = new Map<string, string | null>();
  const certain = (text: string) => {
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const code =
      forms(text)
        .map((form) => known.get(form))
        .find((found) => found !== undefined && found !== null) ?? null;
    if (remembered.size < 20_000) remembered.set(text, code);
    return code;
  };
  return Object.assign(certain, { nearest: (text: string) => nearest(plainName(text), known) });
}

function nearest(text: string, known: Map<string, string | null>): string | null {
  const words = new Set(text.split(" "));
  if (text.length < 4 || text.length > 120 || known.size > 2_000) return null;
  let best = { code: "", score: 0, isTied: false };
  for (const [name, code] of known) {
    if (!code) continue;
    const others = name.split(" ");
    const shared = others.filter((word) => words.has(word)).length;
    const score = (2 * shared) / (others.length + words.size);
    if (score > best.score) best = { code, score, isTied: false };
    else if (score === best.score && code !== best.code) best.isTied = true;
  }
  return best.score >= 0.6 && !best.isTied ? best.code : null;
}

/** Recognises what stands in headings and labels; `orgUnitsIn`: the org units below the root that a longer text names. */
export type Recogniser = { kpi: Matcher; orgUnit: Matcher; orgUnitsIn(text: string): string[] };

const wholeWords = ["total", "i alt", "ialt", "hele organisationen", "koncern", "organisation", "samlet"];

/** Whether a text is a word for the whole, which may be the organisation or only what stands beside. */
export function isWhole(text: string): boolean {
  return wholeWords.includes(plainName(text));
}

/** Makes a recogniser of a catalogue. The root goes by its own name and by words for the whole. */
export function recogniser({ kpis, orgUnits }: Catalogue): Recogniser {
  const places = orgUnits.flatMap(({ code, name, isRoot }) => (isRoot ? [] : [{ code, name: plainName(name) }]));
  return {
    kpi: matcher(kpis),
    orgUnit: matcher(
      orgUnits.map(({ code, name, isRoot }) => ({ code, names: isRoot ? [name, ...wholeWords] : [name] })),
    ),
    orgUnitsIn: (text) => {
      const within = (one: string, all: string) => ` ${all} `.includes(` ${one} `) || ` ${all} `.includes(` ${one}s `);
      const plain = plainName(text.slice(0, 200));
      const found = places.filter(({ name }) => name !== "" && within(name, plain));
      // "Nord" within "Nord Vest" is not meant.
      const meant = found.filter(({ name }) => !found.some((other) => other.name !== name && within(name, other.name)));
      return [...new Set(meant.map(({ code }) => code))];
    },
  };
}

const year = "(?:19[9]\\d|20\\d\\d|2100)";
const onlyYear = new RegExp(`^${year}$`);
const notActual =
  /(?<!\p{L})(?:mål|maal|målsætning|target|goal|budget|prognose|forecast|plan|estimat for|ændring|change|udvikling|indeks|baseline|difference|afvigelse)(?!\p{L})|[%Δ]/iu;

/**
 * The reporting year a heading or label names: 2023, "2023*", "FY2023", "Regnskab 2023", or a date. Null when it names
 * two (2022/23), or says that it is something else than the year's figure ("Mål 2025", "Ændring 2022–2023", "Q4 2024").
 */
export function yearOf(text: string, kind = "text"): number | null {
  if (kind === "date") return isYearDate(text) ? Number(text.slice(0, 4)) || null : null;
  // Most are: a column of years has one in each row.
  if (onlyYear.test(text)) return Number(text);
  if (kind === "number" || !/\d{4}/.test(text)) return null;
  const plain = wholeYear(text.replace(superscript, ""));
  // What stands in brackets is said of the year: "2023 (rapport 2024)" is 2023.
  const outside = plain.replace(/\([^()]*\)/g, " ");
  const found =
    (new RegExp(year).test(outside) ? outside : plain).match(new RegExp(`(?<!\\d)${year}(?!\\d)`, "g")) ?? [];
  const only = new Set(found).size === 1 ? Number(found[0]) : null;
  if (only === null || notActual.test(plain) || /\d{4}\s*[/–-]\s*\d{2}\b/.test(plain)) return null;
  // When a report came out says nothing of the figure's year: "2023 (rapport marts 2024)".
  const own = plain.replace(/\([^()]*\)/g, (said) => (/\d{4}/.test(said.replaceAll(String(only), "")) ? " " : said));
  if (own !== found[0] && isPartOfYear(own)) return null;
  // More digits than the year and a mark of one or two: a number, not a year.
  return plain.length <= 40 && outside.replace(found[0]!, "").replace(/\D/g, "").length <= 4 ? only : null;
}

/** Whether a heading is about something else than the year's own figures: a target, a budget, a change, last year beside. */
export function isBeside(text: string): boolean {
  return (
    notActual.test(text) || /(?<!\p{L})(?:sidste år|året før|last year|previous year|forrige)(?!\p{L})/iu.test(text)
  );
}

/** Whether a text speaks of a part of a year only. */
export function isPart(text: string): boolean {
  return isPartOfYear(text) && yearOf(text) === null;
}

const unitWords: Record<string, string> = {
  ton: "t",
  tons: "t",
  tonnes: "t",
  tonne: "t",
  kilo: "kg",
  kilogram: "kg",
  mwh: "MWh",
  kwh: "kWh",
  gj: "GJ",
  m3: "m³",
  kubikmeter: "m³",
  "mio kr": "mDKK",
  "mio dkk": "mDKK",
  mdkk: "mDKK",
  "dkk mio": "mDKK",
  kr: "DKK",
  kroner: "DKK",
  pct: "%",
  procent: "%",
  percent: "%",
  årsværk: "FTE",
  fuldtidsstillinger: "FTE",
  antal: "count",
  stk: "count",
  personer: "persons",
  "t co2": "t",
  "ton co2": "t",
  "t co2e": "t",
  "ton co2e": "t",
  "tons co2": "t",
  tco2e: "t",
  "m k": "% men/women",
  "k m": "",
  "m w": "% men/women",
};

const knownUnits = new Map<string, string>();
for (const [code, { label }] of Object.entries(unitsOfMeasure)) {
  for (const text of [code, label.da.short, label.da.long, label.en.short, label.en.long]) {
    const key = unitKey(text);
    // "%" is every share's short form: the plain one is meant.
    if (!knownUnits.has(key) || text === code) knownUnits.set(key, code);
  }
}
for (const [word, code] of Object.entries(unitWords)) if (code && !knownUnits.has(word)) knownUnits.set(word, code);

function unitKey(text: string): string {
  return text
    .replace(/[₀-₄]/g, (digit) => smallDigits[digit]!)
    .toLowerCase()
    .replace(/[.,()[\]-]/g, " ")
    .replace(/[−+…]/g, "")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

/** The unit of measure a text names, by its code; null when it is none we know. */
export function unitOf(text: string): string | null {
  const key = unitKey(text);
  return knownUnits.get(key) ?? knownUnits.get(key.replaceAll("/", " ")) ?? null;
}

/** A unit of measure named behind a heading or label: "El (kWh)", "Vand, m³", "Omsætning [mio. kr.]". The text as written, or null. */
export function unitBehind(text: string): string | null {
  const [, bracketed, afterComma] =
    /[([]([^()[\]]{1,20})[)\]]\s*[⁰¹²³⁴⁵⁶⁷⁸⁹*]*$|,\s*([\p{L}%³²/. ]{1,12})$/u.exec(text.trim()) ?? [];
  const written = (bracketed ?? afterComma)?.trim();
  return written && unitOf(written) ? written : null;
}
