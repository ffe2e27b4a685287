import type { Counts } from "@/lib/database/generated/enums";
import { noFigure, type Evaluated, type Facts } from "@/lib/evaluation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import type { Rule } from "@/lib/evaluation/model";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { numberQuantity, splitQuantity } from "@/lib/quantity/model";
import type { CellContent, CellKey } from "@/lib/value/model";
import { dependantsOf, orgUnitsAbove, type Reach } from "./effect/model";
import { treeOf } from "@/lib/org-unit/model";
import type { StoredTarget } from "@/lib/target/model";

/**
 * A restatement: something of a published year is said anew, with a reason, by somebody, on a day. What a report
 * showed stays as it was; the new figures are marked. The figures themselves are never stored: a restatement keeps
 * what was changed and what that did to every figure.
 */
export type Subject =
  | ({ kind: "value"; code: string; content: CellContent } & CellKey)
  | { kind: "definition"; code: string; validFromYear: number; rule: Partial<Rule> }
  | { kind: "factor"; factorCode: string; use: FactorUse | null; fromYear: number; toYear: number }
  /** Null: all org units. */
  | { kind: "coverage"; code: string; orgUnitId: string; year: number; covers: Set<string> | null }
  /** Which counts where the figure was entered and is consolidated as well. */
  | { kind: "counting"; code: string; orgUnitId: string; year: number; counts: Counts }
  /** Figures stay; what they are judged by does not. */
  | { kind: "target"; code: string; before: StoredTarget[]; after: StoredTarget[] }
  /** An org unit as it was and as it shall have been: the tree of each year follows. */
  | ({ kind: "orgUnit"; orgUnitId: string } & Pick<Facts, "orgUnits" | "placements">);

/** Longest reason: a paragraph. */
export const longestReason = 2_000;

/** Why something was restated, in a language or, where it was not written in that one, in the other. */
export function reasonIn({ reasonDa, reasonEn }: { reasonDa: string; reasonEn: string }, locale: Locale): string {
  return locale === "da" ? reasonDa || reasonEn : reasonEn || reasonDa;
}

/** The facts as they will be once the subject is restated. */
export function restated(facts: Facts, subject: Subject): Facts {
  if (subject.kind === "value") {
    const { code, orgUnitId, year, content } = subject;
    const cell = evaluatedCell(content, facts.stored(code, orgUnitId, year));
    return {
      ...facts,
      stored: (...at) => (at[0] === code && at[1] === orgUnitId && at[2] === year ? cell : facts.stored(...at)),
    };
  }
  if (subject.kind === "definition") {
    const { code, validFromYear, rule } = subject;
    const versions = facts.rules.get(code) ?? [];
    const held = versionIn(versions, validFromYear);
    if (!held) return facts;
    // A definition that begins in that year is changed; else one begins there that differs only by the change.
    const others = versions.filter((version) => version.validFromYear !== validFromYear);
    const changed = [...others, { ...held, ...rule, validFromYear }].sort((a, b) => a.validFromYear - b.validFromYear);
    return { ...facts, rules: new Map([...facts.rules, [code, changed]]) };
  }
  if (subject.kind === "coverage") {
    const { code, orgUnitId, year, covers } = subject;
    const cell = facts.stored(code, orgUnitId, year);
    return {
      ...facts,
      stored: (...at) =>
        cell && at[0] === code && at[1] === orgUnitId && at[2] === year ? { ...cell, covers } : facts.stored(...at),
    };
  }
  if (subject.kind === "counting") {
    const { code, orgUnitId, year, counts } = subject;
    return {
      ...facts,
      counts: (...at) =>
        at[0] === code && at[1] === orgUnitId && at[2] === year ? counts : (facts.counts?.(...at) ?? "entered"),
    };
  }
  if (subject.kind === "target") return facts;
  if (subject.kind === "orgUnit") return { ...facts, orgUnits: subject.orgUnits, placements: subject.placements };
  const { factorCode, use, fromYear, toYear } = subject;
  return {
    ...facts,
    factorOf: (code, year) =>
      code === factorCode && year >= fromYear && year <= toYear ? use : facts.factorOf(code, year),
  };
}

/** Where a restatement can show: the KPIs that follow from it, in every year, and the org units it is about and those above. */
export function reachOf(subject: Subject, before: Facts, after: Facts, years: number[]): Reach {
  const codes = new Set([...codesOf(subject, before.rules), ...codesOf(subject, after.rules)]);
  const trees = [before, after].flatMap(({ orgUnits, placements }) =>
    years.map((year) => treeOf(year, orgUnits, placements)),
  );
  const root = before.orgUnits.find(({ isRoot }) => isRoot)!;
  const orgUnitIds =
    "orgUnitId" in subject
      ? orgUnitsAbove(subject.orgUnitId, trees)
      : subject.kind === "target"
        ? [root.id]
        : before.orgUnits.map(({ id }) => id);
  return {
    // What was changed first, then what follows from it.
    codes: [...after.rules.keys()]
      .filter((code) => codes.has(code))
      .sort((a, b) => Number(isSubject(subject, b)) - Number(isSubject(subject, a))),
    // The organisation's own figures first: they are what the report prints.
    orgUnitIds: [root.id, ...orgUnitIds.filter((id) => id !== root.id)],
    years: [...years].sort((a, b) => a - b),
  };
}

/** A cell as evaluation sees it; an emptied one is nothing. What it covers stays. */
function evaluatedCell(content: CellContent, stored: Evaluated | null): Evaluated | null {
  const { status, amount, scale, men, women, basis, comment, source } = content;
  if (status === null) return null;
  const quantity = amount !== null ? numberQuantity(amount) : men !== null ? splitQuantity(men, women!) : null;
  return {
    ...noFigure,
    ...{ status, quantity, scale, basis, comment, source },
    origin: "entered",
    covers: stored?.covers ?? null,
  };
}

/** Codes of the KPIs whose figures may differ; where the tree does, those of all. */
function codesOf(subject: Subject, rules: Facts["rules"]): string[] {
  if (subject.kind === "orgUnit") return [...rules.keys()];
  return dependantsOf(subject.kind === "factor" ? { factor: subject.factorCode } : { kpi: subject.code }, rules);
}

function isSubject(subject: Subject, code: string): boolean {
  return "code" in subject && subject.code === code;
}
