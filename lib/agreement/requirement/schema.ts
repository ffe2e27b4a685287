import { z } from "zod";
import { form } from "@/lib/access/form";
import { lines } from "@/lib/agreement/schema";

/** Which requirement is taken out. */
export const removeRequirementSchema = form({ org: z.string(), id: z.uuid("access.invalid") });

const said = lines(600).pipe(z.string().min(1, "agreement.textMissing"));

/** A requirement, of all org units or of one. */
export const requirementSchema = form({
  org: z.string(),
  periodId: z.uuid("access.invalid"),
  trackId: z.uuid("agreement.trackMissing"),
  orgUnitId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
  textDa: said,
  textEn: said,
});
