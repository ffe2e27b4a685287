import type { KpiYear, TargetView } from "@/lib/figure/model";
import { compare, fraction } from "@/lib/number/fraction";
import { targetText } from "@/lib/report/notation/model";
import { at, type Finding, type Passage } from "../model";
import { numbersIn, type TypedNumber } from "../number/model";
import type { Sentence } from "../subject/model";

type Said = { passage: Passage; sentence: Sentence; clause: string; number: TypedNumber; before: string };

const targetWord =
  /(?:^|[^\p{L}])(?:mål(?:et|ene|sætning(?:en)?)?|målsætningen|target(?:s|ed)?|goal|aim(?:s|ed)?)(?![\p{L}])/iu;
const byYear = /(?:senest|inden|by|before|målet for|mål for|target for|targets for|goal for|i|in|for)\s+(20\d{2})/giu;

/** "Must be", which states a target of any year; "we will", which does so only of a year to come. */
const must = /(?<!\p{L})(?:skal|must|should|shall)\s[^.,;]{0,40}$/iu;
const will =
  /(?<!\p{L})(?:vi vil|ønsker (?:vi )?at|stræber|sigter|ambition(?:en)?|we will|we want|we intend|ambition)(?!\p{L})[^.,;]{0,60}$/iu;
/** How much more or less is no target that could be compared. */
const byHowMuch =
  /(?:med|by|yderligere|another|mindst|højst|hver|inden for)\s*$|(?<!\p{L})(?:øge|reducere|sænke|mindske|hæve|increase|reduce|cut|lower)/iu;
/** What may stand between two targets of one sentence: whose the first is, and whose the second. */
const andFor =
  /^(?:\s+(?:i|for|blandt|hos|in|among)(?:\s[\p{L}-]+){1,4})?,?\s+(?:og|samt|mens|and|while)\s+(?:(?:for|i|blandt|hos|in|among)(?:\s[\p{L}-]+){1,5}\s+)?$/iu;
const verb = /(?<!\p{L})(?:er|var|blev|dag|nåede|is|was|were|are|today|reached)(?!\p{L})/iu;

/** Whether a sentence states this number as a target: it says so before it in the sentence, with nothing but another target in between; or the block is about next year. */
export function isTarget(said: Said, year: number): boolean {
  const { passage, before, sentence, number } = said;
  if (passage.kind === "focusPoints" && passage.part === "body") return true;
  const word = [...before.matchAll(new RegExp(targetWord, "giu"))].at(-1);
  if (word && !/\d|\{\{/.test(before.slice(word.index).replace(/(?:19|20)\d{2}/g, ""))) return true;
  if (/^[^.;]{0,12}(?:som mål|er målet|is the target|as the target)/iu.test(sentence.text.slice(number.to)))
    return true;
  return isWanted(said, year) || isSecond(said, year);
}

/** "Genanvendelsen skal være 20 %", "vi vil genanvende 20 % i 2025". */
function isWanted({ before, sentence }: Said, year: number): boolean {
  const isFirst = !/\d|\{\{/.test(before.replace(/(?:19|20)\d{2}/g, ""));
  if (!isFirst || byHowMuch.test(before)) return false;
  const isToCome = [...sentence.text.matchAll(byYear)].some(([, named]) => Number(named) > year);
  if (must.test(before)) return isToCome || /(?:være|nå|udgøre|op på|be|reach)\s*$/iu.test(before);
  return isToCome && will.test(before);
}

/** "Målet for direktionen er 60/40 og for mellemlederne 50/50": what holds of the first holds of the second. */
function isSecond(said: Said, year: number): boolean {
  const { sentence, passage, number } = said;
  const [first] = numbersIn(sentence.text, passage.locale)
    .filter(({ to }) => to <= number.from)
    .toReversed();
  if (!first || first.kind !== number.kind) return false;
  const between = sentence.text.slice(first.to, number.from);
  if (!andFor.test(between) || verb.test(between)) return false;
  return isTarget({ ...said, number: first, before: sentence.text.slice(0, first.from) }, year);
}

/** What is wrong with a target as the text states it; null when it says what the KPI's own target says. */
export function targetFinding(said: Said, meant: KpiYear[]): Finding | null {
  const { passage, number, sentence } = said;
  const stated = meant.filter(({ target }) => target.target !== null && sameKind(number, target.target));
  if (stated.length === 0) return null;
  const kpi = stated.find(({ target }) => says(number, target.target!)) ?? stated[0]!;
  const target = kpi.target.target!;
  const excerpt = sentence.text.trim();
  const right = targetText(target, passage.locale, kpi.unitOfMeasure);
  const values = { kpi: kpi.shortName, number: number.text, right, year: String(target.year) };
  if (!says(number, target))
    return stated.length > 1
      ? null
      : at(passage, { rule: "targetDiffers", excerpt, values, instead: `{{kpi:${kpi.code} target}}` });
  const years = [...sentence.text.matchAll(byYear)].map(([, year]) => Number(year));
  if (years.length > 0 && !years.includes(target.year))
    return at(passage, {
      rule: "targetYear",
      excerpt,
      values: { ...values, stated: years.join(", ") },
      instead: null,
    });
  return at(passage, {
    rule: "bindable",
    excerpt,
    values: { kpi: kpi.shortName, number: number.text },
    instead: `{{kpi:${kpi.code} target}}`,
  });
}

function sameKind({ kind }: TypedNumber, target: TargetView): boolean {
  return (kind === "split") === (target.kind === "split");
}

function says({ amount, other }: TypedNumber, target: TargetView): boolean {
  if (target.kind === "split") return target.men === amount && target.women === other;
  return target.amount !== null && compare(fraction(target.amount), fraction(amount)) === 0;
}
