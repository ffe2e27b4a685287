import { z } from "zod";
import { form } from "@/lib/access/form";
import { agreementFields, lines } from "@/lib/agreement/schema";

const optionalId = z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null);
/** An amount as typed; the action reads it in the person's language. */
export const amountField = z.string().max(60, "access.tooLong").default("");

/** A commitment as its form sends it; `id` is empty for a new one. */
export const commitmentSchema = form({
  ...agreementFields,
  /** Where the form stands, to lead back. */
  back: z.string().max(400),
  id: optionalId,
  trackId: z.uuid("agreement.trackMissing"),
  initiativeId: optionalId,
  text: lines(600),
  responsible: lines(120),
  deadline: z.iso.date("agreement.dayMissing"),
  measure: z.enum(["kpi", "milestones"], "access.invalid"),
  kpiId: optionalId,
  targetAmount: amountField,
  expectedEffect: amountField,
  milestones: lines(4000),
});

/** One commitment to be taken out. */
export const removeCommitmentSchema = form({
  ...agreementFields,
  back: z.string().max(400),
  id: z.uuid("access.invalid"),
});
