import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { lines } from "@/lib/agreement/schema";
import { amountField } from "@/lib/commitment/schema";
import { codeField } from "@/lib/setup/org-unit/schema";
import { eases } from "./model";

const effect = lines(1000).pipe(z.string().min(1, "agreement.effectMissing"));

/** An initiative for the catalogue. */
export const initiativeSchema = form({
  org: z.string(),
  code: codeField,
  trackId: z.uuid("agreement.trackMissing"),
  nameDa: line(200, "agreement.textMissing"),
  nameEn: line(200, "agreement.textMissing"),
  effectDa: effect,
  effectEn: effect,
  ease: z.enum(eases, "access.invalid"),
  kpiId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
  expectedEffect: amountField,
});

/** An initiative out of what can be picked, or back in. */
export const retireSchema = form({
  org: z.string(),
  id: z.uuid("access.invalid"),
  isRetired: z.enum(["yes", "no"], "access.invalid").transform((said) => said === "yes"),
});
