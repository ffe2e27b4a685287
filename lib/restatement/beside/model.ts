import type { Evaluated, Facts, Rule } from "@/lib/evaluation/model";
import type { TargetState, TargetView } from "@/lib/figure/model";
import daRestatement from "@/lib/language/messages/da/restatement.json";
import daTarget from "@/lib/language/messages/da/target.json";
import enRestatement from "@/lib/language/messages/en/restatement.json";
import enTarget from "@/lib/language/messages/en/target.json";
import type { Locale } from "@/lib/language/model";
import { targetText } from "@/lib/report/notation/model";
import { judgeTarget, targetInForce } from "@/lib/target/model";
import { decimalsOf, sameQuantity, type BesideOf } from "../effect/model";
import type { Subject } from "../model";

/** How a figure is judged: the state and the target that decided it. */
export type Judged = { state: TargetState; target: TargetView | null };

/** What a restatement may change of a figure whose number stays: the org units it covers (null: all), its judgement, or what it is defined as. */
export type Beside =
  | { kind: "coverage"; before: string[] | null; after: string[] | null }
  | { kind: "target"; before: Judged; after: Judged }
  | { kind: "definition" };

/** Finds what a restatement changes beside the numbers: of coverage, of a target, of what a KPI is defined as. */
export function besideOf(subject: Subject, { rules, orgUnits }: Pick<Facts, "rules" | "orgUnits">): BesideOf {
  // Where another figure counts, so do the org units that it covers.
  if (subject.kind === "coverage" || subject.kind === "orgUnit" || subject.kind === "counting")
    return (_at, old, now) => coverageBetween(old, now);
  if (subject.kind === "definition") {
    const next = nextAfter(rules.get(subject.code) ?? [], subject.validFromYear);
    const rootId = orgUnits.find(({ isRoot }) => isRoot)?.id;
    // The organisation's figure of the KPI reads differently in these years, even where its number stays.
    return ({ code, orgUnitId, year }, old, now) =>
      code === subject.code &&
      orgUnitId === rootId &&
      year >= subject.validFromYear &&
      year < next &&
      old.quantity !== null &&
      sameQuantity(old.quantity, now.quantity)
        ? { kind: "definition" }
        : null;
  }
  if (subject.kind !== "target") return () => null;
  const { before, after } = subject;
  return ({ code, orgUnitId, year }, old, now, evaluate) => {
    if (code !== subject.code) return null;
    const series = (at: number) => evaluate(code, orgUnitId, at).quantity;
    const decimals = decimalsOf(rules.get(code) ?? [], year, now, old);
    const judged = (targets: typeof before): Judged => {
      const { state, target } = judgeTarget(year, series, targetInForce(targets, year), decimals);
      return { state, target };
    };
    const [was, is] = [judged(before), judged(after)];
    return JSON.stringify(was) === JSON.stringify(is) ? null : { kind: "target", before: was, after: is };
  };
}

function coverageBetween(old: Evaluated, now: Evaluated): Beside | null {
  const [was, is] = [old, now].map(({ covers }) => covers && [...covers].sort()) as [string[] | null, string[] | null];
  return JSON.stringify(was) === JSON.stringify(is) ? null : { kind: "coverage", before: was, after: is };
}

function nextAfter(rules: Rule[], year: number): number {
  return Math.min(...rules.map(({ validFromYear }) => validFromYear).filter((from) => from > year), Infinity);
}

const words = {
  da: { target: daTarget, beside: daRestatement.beside, list: new Intl.ListFormat("da", { type: "conjunction" }) },
  en: { target: enTarget, beside: enRestatement.beside, list: new Intl.ListFormat("en-GB", { type: "conjunction" }) },
};

/** What stood beside a figure before and stands there now, as people read it. */
export function besideTexts(
  beside: Beside,
  { nameOf, unitOfMeasure }: { nameOf: (orgUnitId: string) => string; unitOfMeasure: string },
  locale: Locale,
): { before: string; after: string } {
  const { target: states, beside: say, list } = words[locale];
  if (beside.kind === "definition") return { before: say.definitionBefore, after: say.definitionAfter };
  if (beside.kind === "target") {
    const text = ({ state, target }: Judged) =>
      [states.state[state], target && targetText(target, locale, unitOfMeasure)].filter(Boolean).join(": ");
    return { before: text(beside.before), after: text(beside.after) };
  }
  const text = (ids: string[] | null) => (ids === null ? say.everyUnit : list.format(ids.map(nameOf)));
  return { before: text(beside.before), after: text(beside.after) };
}

/** What a restatement's row keeps of what changed beside the numbers, by figure. */
export function besidesIn(after: unknown): (code: string, orgUnitId: string, year: number) => Beside | null {
  const { besides = [] } = after as {
    besides?: { code: string; orgUnitId: string; year: number; beside: Beside }[];
  };
  return (...at) => besides.find((row) => [row.code, row.orgUnitId, row.year].join() === at.join())?.beside ?? null;
}
