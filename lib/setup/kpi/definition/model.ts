import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import { checkExpression, type CheckWorld } from "@/lib/expression/checking/model";
import { formulaSchema, type FormulaText } from "@/lib/kpi/schema";
import { formulaInputs } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { compare, fraction } from "@/lib/number/fraction";
import { parseNumber, type DecimalText } from "@/lib/number/model";
import { formulaFrom, type Definition, type FormulaTyped } from "../model";
import type { addKpiSchema } from "../schema";

/** A definition as the form sends it. */
export type DefinitionTyped = Omit<
  z.output<typeof addKpiSchema>,
  "org" | "code" | "purpose" | "pillarId" | "appendixPart" | "ownerId"
>;

const DEFAULT_TOLERANCE: DecimalText = "25";

/**
 * Reads a typed definition: its numbers in the reader's language, its formula checked against what it may name.
 * Refuses `setup.numberWrong`, `setup.boundsCrossed`, `setup.weightMissing`, `setup.formulaInputs`,
 * `setup.unknownCode`, `setup.circle`, and an expression's own problems (`expression.*`), each at its field.
 */
export function readDefinition(typed: DefinitionTyped, world: CheckWorld, locale: Locale): Definition {
  const { formulaKind, formulaText, weightCode, minimum, maximum, tolerancePercent, ...plain } = typed;
  const least = decimal(minimum, "minimum", locale);
  const most = decimal(maximum, "maximum", locale);
  if (least !== null && most !== null && compare(fraction(least), fraction(most)) > 0)
    throw new Refusal("setup.boundsCrossed", {}, "maximum");
  const isWeighted = plain.consolidation === "weighted";
  if (isWeighted && weightCode === "") throw new Refusal("setup.weightMissing", {}, "weightCode");
  return {
    ...plain,
    minimum: least,
    maximum: most,
    tolerancePercent: decimal(tolerancePercent, "tolerancePercent", locale) ?? DEFAULT_TOLERANCE,
    weightCode: isWeighted ? weightCode : null,
    formula: readFormula({ kind: formulaKind, text: formulaText }, world),
  };
}

function decimal(text: string, field: string, locale: Locale): DecimalText | null {
  const read = parseNumber(text, locale);
  if (!read.ok) throw new Refusal("setup.numberWrong", { text }, field);
  return read.value?.amount ?? null;
}

/** Reads a typed formula and checks it against what it may name; refusals as `readDefinition`. */
export function readFormula(typed: FormulaTyped, world: CheckWorld): FormulaText | null {
  const formula = formulaFrom(typed);
  if (formula === "wrongCount") throw new Refusal("setup.formulaInputs", {}, "formulaText");
  if (formula === null) return null;
  if (formula.kind === "expression") {
    const checked = checkExpression(formula.text, world);
    if (checked.ok) return formula;
    const [{ code, values, place }] = checked.problems as [(typeof checked.problems)[number]];
    throw new Refusal(code, { ...values, ...place }, "formulaText");
  }
  const inputs = formulaInputs(formulaSchema.parse(formula));
  const unknown = inputs.find((code) => !world.kpis.has(code) || code === world.code);
  if (unknown !== undefined) throw new Refusal("setup.unknownCode", { code: unknown }, "formulaText");
  const circle = circleIn(inputs, world);
  if (circle) throw new Refusal("setup.circle", { path: circle }, "formulaText");
  return formula;
}

/** The way a fixed formula's inputs lead back to the KPI itself; null: they do not. */
function circleIn(inputs: string[], world: CheckWorld): string | null {
  const checked = checkExpression(inputs.map((code) => `kpi("${code}")`).join(" * "), world);
  const found = checked.ok ? undefined : checked.problems.find(({ code }) => code === "expression.cycle");
  return found?.values.path ?? null;
}
