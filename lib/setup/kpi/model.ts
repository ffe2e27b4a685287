import type { FormulaText } from "@/lib/kpi/schema";
import type { DecimalText } from "@/lib/number/model";

/** Where a KPI is followed and who answers for it: the same in every year. */
export type KpiPlace = {
  pillarId: string | null;
  appendixPart: "environment" | "social" | "governance" | null;
  ownerId: string | null;
};

/** What a KPI is from a year on. */
export type Definition = {
  validFromYear: number;
  nameDa: string;
  nameEn: string;
  shortNameDa: string;
  shortNameEn: string;
  definitionDa: string;
  definitionEn: string;
  unitOfMeasure: string;
  valueKind: "number" | "split";
  direction: "higher" | "lower" | "balance" | "neutral";
  decimals: number | null;
  collectionLevel: "organisation" | "orgUnit";
  consolidation: "sum" | "weighted" | "none";
  weightCode: string | null;
  formula: FormulaText | null;
  minimum: DecimalText | null;
  maximum: DecimalText | null;
  tolerancePercent: DecimalText;
  /** Whether its figures tell of people, and by what a group is counted as small. */
  smallGroup: "none" | "cases" | "replies";
};

/** How a KPI can come about: entered, or one of the formulas of lib/kpi/schema. */
export const formulaKinds = ["entered", "ratio", "share", "difference", "split", "nps", "expression"] as const;
export type FormulaKind = (typeof formulaKinds)[number];

/** The inputs each fixed formula takes, in the order they are written. */
const formulaInputNames = {
  ratio: ["numerator", "denominator"],
  share: ["part", "whole"],
  difference: ["minuend", "subtrahend"],
  split: ["men", "women"],
  nps: ["promoters", "passives", "detractors"],
} as const;

/** A formula as it is typed: codes parted by commas in the order of `formulaInputNames`, or an expression. */
export type FormulaTyped = { kind: FormulaKind; text: string };

/** Reads a typed formula. wrongCount: the formula takes another number of inputs. */
export function formulaFrom({ kind, text }: FormulaTyped): FormulaText | null | "wrongCount" {
  if (kind === "entered") return null;
  if (kind === "expression") return { kind, text: text.trim() };
  const codes = text
    .split(/[,;\s]+/)
    .map((code) => code.trim())
    .filter((code) => code !== "");
  const names: readonly string[] = formulaInputNames[kind];
  if (codes.length !== names.length) return "wrongCount";
  return { kind, ...Object.fromEntries(names.map((name, at) => [name, codes[at]])) } as FormulaText;
}

/** The same formula as it is typed, to be changed. */
export function formulaTyped(formula: FormulaText | null): FormulaTyped {
  if (formula === null) return { kind: "entered", text: "" };
  if (formula.kind === "expression") return { kind: "expression", text: formula.text };
  const { kind, ...inputs } = formula;
  const named = inputs as Record<string, string>;
  return { kind, text: formulaInputNames[kind].map((name) => named[name]).join(", ") };
}
