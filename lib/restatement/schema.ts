import { z } from "zod";
import { form } from "@/lib/access/form";
import { longestWords } from "@/lib/value/model";
import { longestReason } from "./model";

/** A few lines of text; control characters but line breaks are refused, blank is blank. */
function lines(most: number) {
  return z
    .string()
    .trim()
    .max(most, "access.tooLong")
    .refine((text) => !/[\p{Surrogate}]|(?![\r\n\t])\p{Cc}/u.test(text), "access.brokenText");
}

const shape = {
  org: z.string(),
  kpi: z.string(),
  unit: z.string(),
  year: z.coerce.number().int().min(1990).max(2100),
  /** As typed, by the grammar of the grid. */
  figure: z.string().max(200, "access.tooLong"),
  isEstimated: z.literal("on").optional(),
  source: lines(longestWords),
  note: lines(longestWords),
  reasonDa: lines(longestReason),
  reasonEn: lines(longestReason),
};

/** A value of a published year as somebody wants it, and why. */
export const previewSchema = form(shape);

/** The same, with the effects that were shown and the version of the cell they were worked out from. */
export const restateSchema = form({
  ...shape,
  seen: z.coerce.number().int().min(0),
  previewed: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What the form of a restated value holds. */
export type RestatedValue = z.infer<typeof previewSchema>;
