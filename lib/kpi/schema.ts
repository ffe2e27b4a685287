import { z } from "zod";
import { parseExpression } from "@/lib/expression/parsing/model";

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * How a calculated KPI comes about, in codes of other KPIs or base data of the same organisation.
 *
 * - ratio: numerator ÷ denominator, in the unit of measure of both ("t/mDKK").
 * - share: part ÷ whole × 100, in percent.
 * - difference: minuend − subtrahend.
 * - split: two head counts as shares that sum to 100.
 * - nps: net promoter score, share of promoters (9–10) minus share of detractors (0–6), −100…+100.
 * - expression: arithmetic over codes and emission factors, `electricity * factor("electricity-location")`; stored as
 *   its text, read with its tree. What it names and measures is checked by lib/expression/checking before it is kept.
 */
export const formulaSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ratio"), numerator: code, denominator: code }),
  z.strictObject({ kind: z.literal("share"), part: code, whole: code }),
  z.strictObject({ kind: z.literal("difference"), minuend: code, subtrahend: code }),
  z.strictObject({ kind: z.literal("split"), men: code, women: code }),
  z.strictObject({ kind: z.literal("nps"), promoters: code, passives: code, detractors: code }),
  z.strictObject({ kind: z.literal("expression"), text: z.string() }).transform(({ kind, text }, context) => {
    const parsed = parseExpression(text);
    if (parsed.ok) return { kind, text, tree: parsed.tree };
    context.addIssue(parsed.problem.code);
    return z.NEVER;
  }),
]);

/** A formula, read. */
export type Formula = z.output<typeof formulaSchema>;

/** A formula as it is stored and typed. */
export type FormulaText = z.input<typeof formulaSchema>;

/** A formula of a fixed shape, all but an expression. */
export type FixedFormula = Exclude<Formula, { kind: "expression" }>;
