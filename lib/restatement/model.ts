import type { RestatementKind } from "@/lib/database/generated/enums";
import { noFigure, type Evaluated, type Facts } from "@/lib/evaluation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import type { Rule } from "@/lib/evaluation/model";
import type { Locale } from "@/lib/language/model";
import { numberQuantity, splitQuantity } from "@/lib/quantity/model";
import type { CellContent, CellKey } from "@/lib/value/model";
import { dependantsOf, orgUnitsAbove, type Reach } from "./effect/model";
import { treeOf } from "@/lib/org-unit/model";

/**
 * A restatement: something of a published year is said anew, with a reason, by somebody, on a day. What a report
 * showed stays as it was; the new figures are marked. The figures themselves are never stored: a restatement keeps
 * what was changed and what that did to every figure.
 */
export type Subject =
  | ({ kind: "value"; code: string; content: CellContent } & CellKey)
  | { kind: "definition"; code: string; validFromYear: number; rule: Partial<Rule> }
  | { kind: "factor"; factorCode: string; use: FactorUse | null; fromYear: number; toYear: number };

/** Kinds of what can be restated, in the order they are listed. */
export const restatementKinds = [
  "value",
  "factor",
  "definition",
  "coverage",
  "target",
] as const satisfies readonly RestatementKind[];

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
    const versions = (facts.rules.get(code) ?? []).map((version) =>
      version.validFromYear === validFromYear ? { ...version, ...rule } : version,
    );
    return { ...facts, rules: new Map([...facts.rules, [code, versions]]) };
  }
  const { factorCode, use, fromYear, toYear } = subject;
  return {
    ...facts,
    factorOf: (code, year) =>
      code === factorCode && year >= fromYear && year <= toYear ? use : facts.factorOf(code, year),
  };
}

/** Where a restatement can show: the KPIs that follow from it, in every year, and the org units it is about and those above. */
export function reachOf(subject: Subject, before: Facts, after: Facts, years: number[]): Reach {
  const changed = subject.kind === "factor" ? { factor: subject.factorCode } : { kpi: subject.code };
  const codes = new Set([...dependantsOf(changed, before.rules), ...dependantsOf(changed, after.rules)]);
  const trees = years.map((year) => treeOf(year, before.orgUnits, before.placements));
  const root = before.orgUnits.find(({ isRoot }) => isRoot)!;
  const orgUnitIds =
    subject.kind === "value" ? orgUnitsAbove(subject.orgUnitId, trees) : before.orgUnits.map(({ id }) => id);
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

function isSubject(subject: Subject, code: string): boolean {
  return subject.kind !== "factor" && subject.code === code;
}
