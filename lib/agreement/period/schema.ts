import { z } from "zod";
import { fieldsOf } from "@/lib/access/form";

const minimum = z.coerce
  .number("agreement.minimumWrong")
  .int("agreement.minimumWrong")
  .min(0, "agreement.minimumWrong")
  .max(50, "agreement.minimumWrong");
const minima = z.map(z.uuid(), minimum);
const note = z.string().trim().max(200, "access.tooLong").default("");

/** Gathers the fields `minimum-<track>` of a form into one. */
function withMinima(input: unknown): unknown {
  const fields = fieldsOf(input);
  if (fields === null || typeof fields !== "object") return fields;
  const entries = Object.entries(fields as Record<string, unknown>);
  const said = entries.filter(([name]) => name.startsWith("minimum-"));
  const rest = entries.filter(([name]) => !name.startsWith("minimum-"));
  return { ...Object.fromEntries(rest), minima: new Map(said.map(([name, value]) => [name.slice(8), value])) };
}

/** A period to be opened. */
export const openPeriodSchema = z.preprocess(
  withMinima,
  z.strictObject({
    org: z.string(),
    from: z.iso.date("agreement.dayMissing"),
    to: z.iso.date("agreement.dayMissing"),
    noteDa: note,
    noteEn: note,
    followUpMonths: z.coerce
      .number("agreement.monthsWrong")
      .int("agreement.monthsWrong")
      .min(1, "agreement.monthsWrong")
      .max(24, "agreement.monthsWrong"),
    previousId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
    minima,
  }),
);

/** The rules of a period. */
export const rulesSchema = z.preprocess(
  withMinima,
  z.strictObject({ org: z.string(), periodId: z.uuid("access.invalid"), minima }),
);
