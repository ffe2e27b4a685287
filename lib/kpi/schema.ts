import { z } from "zod";

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * How a calculated KPI comes about, in codes of other KPIs or base data of the same organisation.
 *
 * - ratio: numerator ÷ denominator, in the unit of measure of both ("t/mDKK").
 * - share: part ÷ whole × 100, in percent.
 * - difference: minuend − subtrahend.
 * - split: two head counts as shares that sum to 100.
 * - nps: net promoter score, share of promoters (9–10) minus share of detractors (0–6), −100…+100.
 */
export const formulaSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ratio"), numerator: code, denominator: code }),
  z.strictObject({ kind: z.literal("share"), part: code, whole: code }),
  z.strictObject({ kind: z.literal("difference"), minuend: code, subtrahend: code }),
  z.strictObject({ kind: z.literal("split"), men: code, women: code }),
  z.strictObject({ kind: z.literal("nps"), promoters: code, passives: code, detractors: code }),
]);

export type Formula = z.infer<typeof formulaSchema>;
