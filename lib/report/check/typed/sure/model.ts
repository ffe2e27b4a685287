import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel, unitsOfMeasure } from "@/lib/unit-of-measure/model";
import type { Passage } from "../../model";
import { numbersIn, type TypedNumber } from "../../number/model";
import { isSame, stemsOf, type Sentence } from "../../subject/model";
import { yearsIn } from "../year/model";

/** A number in its clause. */
type Said = { passage: Passage; sentence: Sentence; clause: string; number: TypedNumber; before: string };

/** The year the clause is held against, and names of places whose numbers are others than the organisation's. */
type Around = { year: number; orgUnits: readonly string[]; organisation: string };

const list = (words: string) => new Set(words.split(" "));
/** Words that add nothing to a KPI's having a number. */
const plain = list(
  "ved vores året årets hele samlet samlede totalt ialt alt koncernen organisationen selskabet dermed således steg steget faldt faldet voksede vokset blev bliver blevet været har havde udgjorde udgør ligger endte landede nåede mio pct procent our overall group company year became been had has have reached amounted totalled stood ended rose risen fell fallen grew grown per cent percent million",
);
/** What a share may be a share of. */
const population = list(
  "medarbejderne medarbejdere ansatte alle kollegerne kolleger patienterne kunderne leverandørerne maden employees staff colleagues people patients customers suppliers food",
);
/** A unit of measure as it is said, where that is not as it is printed. */
const spoken: Record<string, string[]> = {
  t: ["tons", "tonnes", "tonne", "ton"],
  mDKK: ["mio. kroner", "millioner kroner", "million DKK", "DKK million"],
  FTE: ["årsværk", "fuldtidsansatte", "fuldtidsstillinger"],
  "m³": ["kubikmeter", "m3", "cubic metres"],
};
const bare = list("netScore score index count persons fte");
/** The words a change, and a part of something, are said with. */
const moving = /(?<!\p{L})(?:steg|fald|faldt|voks|rose|risen|fell|fall|grew|grown)/iu;
/** A place in an order is no figure. */
const ordinal = /(?<!\p{L})(?:nr|nummer|no)\.?\s*$/iu;
const perSomething = /(?<!\p{L})(?:pr\.?|per(?!\s?cent)|hver)(?!\p{L})/iu;

/**
 * Whether a clause says nothing but that a KPI had this number: the number has the KPI's unit of measure (of one that
 * has none, the clause has the year), and no other word, number or place makes it a part, a change, a limit or a wish.
 */
export function saysOnly(said: Said, kpi: KpiYear, around: Around): boolean {
  const { clause, number, passage, sentence, before } = said;
  const years = yearsIn(clause);
  if (years.some((year) => year !== around.year) || !standsAlone(said, years.length > 0)) return false;
  if (!hasUnit(said, kpi, years.length > 0) || numbersIn(clause, passage.locale).length !== 1) return false;
  if (clause.includes("{{") || (moving.test(clause) && !/(?:til|to)\s*$/iu.test(before.slice(0, number.from))))
    return false;
  if (ordinal.test(before)) return false;
  const named = `${kpi.name} ${kpi.shortName}`;
  if (perSomething.test(clause) && !perSomething.test(named)) return false;
  const place = `${passage.heading} ${sentence.text}`.toLowerCase();
  if (around.orgUnits.some((name) => place.includes(name.toLowerCase()))) return false;
  const names = stemsOf(named);
  const known = stemsOf(`${around.organisation} ${unitWords(kpi, passage.locale).join(" ")}`);
  const [after] = stemsOf(
    /^\s*(?:af|of)\s+(?:de[nt]?\s+|the\s+|our\s+|vores\s+)?(\S+)/iu.exec(restOf(said))?.[1] ?? "",
  );
  // A part of what the KPI measures is not what it measures, unless that is a part.
  if (after && names.some((name) => isSame(name, after)) && !/andel|share|affald til/iu.test(named)) return false;
  return clause
    .replace(number.text, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !plain.has(word) && !(number.kind === "percent" && population.has(word)))
    .flatMap(stemsOf)
    .every(
      (stem) => [...names, ...known].some((name) => isSame(stem, name)) || names.some((name) => isKin(stem, name)),
    );
}

/** What stands in front of a clause may say of whom or when it is: it is the first, a "that …", or has the year itself and no label. */
function standsAlone({ sentence, clause }: Said, hasYear: boolean): boolean {
  const from = sentence.text.indexOf(clause);
  return (
    (hasYear && !clause.startsWith(":")) ||
    sentence.text.slice(0, from).trim() === "" ||
    /^,?\s*(?:at|that)\s/iu.test(clause)
  );
}

function hasUnit(said: Said, kpi: KpiYear, hasYear: boolean): boolean {
  const { number, passage } = said;
  if (number.kind === "percent") return true;
  const { unitOfMeasure, name } = kpi;
  const dimension = unitsOfMeasure[unitOfMeasure]?.dimension ?? "";
  if (hasYear && (bare.has(dimension) || (dimension === "share" && /procent|response rate/iu.test(name)))) return true;
  const rest = restOf(said).trimStart().toLowerCase();
  return unitWords(kpi, passage.locale).some(
    (unit) => rest.startsWith(unit.toLowerCase()) && !/^[\p{L}\p{N}/²³]/u.test(rest.slice(unit.length)),
  );
}

function unitWords({ unitOfMeasure }: KpiYear, locale: Locale): string[] {
  const printed = (["short", "long"] as const).map((style) => unitLabel(unitOfMeasure, locale, style));
  return [...printed, ...(spoken[unitOfMeasure] ?? [])].filter((unit) => unit !== "");
}

function restOf({ sentence, number }: Said): string {
  return sentence.text.slice(number.to);
}

/** Of one root, as "kender" and "kendskab". */
function isKin(a: string, b: string): boolean {
  return a.length >= 4 && a.slice(0, 4) === b.slice(0, 4);
}
