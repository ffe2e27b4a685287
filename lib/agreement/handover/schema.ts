import { z } from "zod";
import { fieldsOf } from "@/lib/access/form";
import { agreementFields, reasonField } from "@/lib/agreement/schema";

const known = z.strictObject({
  ...agreementFields,
  back: z.string().max(400),
  reason: reasonField,
  from: z.iso.date("agreement.dayMissing"),
  parts: z.map(z.uuid(), z.uuid("agreement.successorMissing")),
});

/** Handing on, as its form sends it: a field `to-<commitment>` for each commitment that somebody carries on. */
export const handOnSchema = z.preprocess((input) => {
  const fields = fieldsOf(input);
  if (fields === null || typeof fields !== "object") return fields;
  const entries = Object.entries(fields as Record<string, unknown>);
  const parts = entries.filter(([name, value]) => name.startsWith("to-") && value !== "");
  const rest = entries.filter(([name]) => !name.startsWith("to-"));
  return { ...Object.fromEntries(rest), parts: new Map(parts.map(([name, value]) => [name.slice(3), value])) };
}, known);
