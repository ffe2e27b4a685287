import { z } from "zod";
import { fieldsOf, ticked } from "@/lib/access/form";
import { ofFactorSchema } from "@/lib/emission-factor/schema";
import { deciding } from "@/lib/setup/kpi/schema";
import { codeField, orgUnitFields } from "@/lib/setup/org-unit/schema";
import { yearField } from "@/lib/setup/period/schema";
import { targetFields } from "@/lib/setup/target/schema";
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

/** What every restatement says: where, and why. */
const common = { org: z.string(), reasonDa: lines(longestReason), reasonEn: lines(longestReason) };

const value = {
  what: z.literal("value"),
  ...common,
  kpi: z.string(),
  unit: z.string(),
  year: z.coerce.number().int().min(1990).max(2100),
  /** As typed, by the grammar of the grid. */
  figure: z.string().max(200, "access.tooLong"),
  isEstimated: z.literal("on").optional(),
  source: lines(longestWords),
  note: lines(longestWords),
};

const factor = {
  what: z.literal("factor"),
  ...common,
  factor: ofFactorSchema,
  version: z.uuid("restatement.versionMissing"),
  fromYear: yearField,
  toYear: yearField,
};

const coverage = {
  what: z.literal("coverage"),
  ...common,
  kpi: codeField,
  year: yearField,
  orgUnits: ticked(z.uuid("access.invalid")),
};

const counting = {
  what: z.literal("counting"),
  ...common,
  kpi: codeField,
  year: yearField,
  counts: z.enum(["entered", "consolidated"], "comparability.choiceMissing"),
};

const target = {
  what: z.literal("target"),
  ...common,
  kpi: codeField,
  /** Which target: that for this year. */
  dueYear: yearField,
  isEnded: z.literal("on").optional(),
  ...targetFields,
  limit: z.string().trim().max(40, "access.tooLong"),
};

const definition = { what: z.literal("definition"), ...common, kpi: codeField, validFromYear: yearField, ...deciding };

const orgUnit = { what: z.literal("orgUnit"), ...common, ...orgUnitFields };

/** Something of a published year as somebody wants it, and why; `what` says which kind. */
export const previewSchema = z.preprocess(
  fieldsOf,
  z.discriminatedUnion("what", [
    z.strictObject(value),
    z.strictObject(factor),
    z.strictObject(coverage),
    z.strictObject(counting),
    z.strictObject(target),
    z.strictObject(definition),
    z.strictObject(orgUnit),
  ]),
);

const shown = {
  /** The version of the cell the effects were worked out from; of anything but a value, 0. */
  seen: z.coerce.number().int().min(0),
  /** The effects that were shown, as a digest. */
  previewed: z.string().regex(/^[0-9a-f]{64}$/),
};

/** The same, with the effects that were shown. */
export const restateSchema = z.preprocess(
  fieldsOf,
  z.discriminatedUnion("what", [
    z.strictObject({ ...value, ...shown }),
    z.strictObject({ ...factor, ...shown }),
    z.strictObject({ ...coverage, ...shown }),
    z.strictObject({ ...counting, ...shown }),
    z.strictObject({ ...target, ...shown }),
    z.strictObject({ ...definition, ...shown }),
    z.strictObject({ ...orgUnit, ...shown }),
  ]),
);

/** What somebody asks to be restated. */
export type Asked = z.infer<typeof previewSchema>;

/** What the form of a restated value holds. */
export type RestatedValue = Extract<Asked, { what: "value" }>;
