import type { KpiYear, TargetView } from "@/lib/figure/model";
import { compare, fraction } from "@/lib/number/fraction";
import { targetText } from "@/lib/report/notation/model";
import { at, type Finding, type Passage } from "../model";
import type { TypedNumber } from "../number/model";
import type { Sentence } from "../subject/model";

type Said = { passage: Passage; sentence: Sentence; clause: string; number: TypedNumber; before: string };

const targetWord =
  /(?:^|[^\p{L}])(?:mål(?:et|ene|sætning(?:en)?)?|målsætningen|target(?:s|ed)?|goal|aim(?:s|ed)?)(?![\p{L}])/iu;
const byYear = /(?:senest|inden|by|before|målet for|mål for|target for|targets for|goal for|i|in|for)\s+(20\d{2})/giu;

/** Whether a sentence states this number as a target: it says so before it in the sentence, with no other number in between; or the block is about next year. */
export function isTarget({ passage, before, sentence, number }: Said): boolean {
  if (passage.kind === "focusPoints" && passage.part === "body") return true;
  const word = [...before.matchAll(new RegExp(targetWord, "giu"))].at(-1);
  if (word && !/\d|\{\{/.test(before.slice(word.index).replace(/(?:19|20)\d{2}/g, ""))) return true;
  return /^[^.;]{0,12}(?:som mål|er målet|is the target|as the target)/iu.test(sentence.text.slice(number.to));
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
