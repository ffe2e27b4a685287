import { z } from "zod";
import { longestWords } from "@/lib/value/model";
import { confirmable } from "@/lib/value/question/model";
import { mostCells } from "@/lib/value/schema";

/** One answer: to which question about which version of a cell, and why the figure stands. */
const answerSchema = z.strictObject({
  kpiId: z.uuid(),
  year: z.int().min(1990).max(2100),
  version: z.int().min(1).max(2_000_000_000),
  code: z.enum(confirmable),
  comment: z
    .string()
    .trim()
    .min(1)
    .max(longestWords)
    .refine((text) => !/[\0\p{Cs}]/u.test(text)),
});

/** Answers to questions about cells of one org unit. No question may occur twice. */
export const confirmFiguresSchema = z.strictObject({
  org: z.string(),
  orgUnitId: z.uuid(),
  answers: z
    .array(answerSchema)
    .min(1)
    .max(mostCells)
    .refine((all) => new Set(all.map(({ kpiId, year, code }) => `${kpiId} ${year} ${code}`)).size === all.length),
});

/** An answer as it is sent. */
export type Answered = z.infer<typeof answerSchema>;
