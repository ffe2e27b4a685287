import { z } from "zod";
import { form } from "@/lib/access/form";
import { lines } from "@/lib/agreement/schema";

/** What is said of an agreement in a track; an empty verdict makes it a comment. */
export const assessmentSchema = form({
  org: z.string(),
  agreementId: z.uuid("access.invalid"),
  trackId: z.uuid("agreement.trackMissing"),
  verdict: z.union([z.literal(""), z.enum(["sound", "improvable", "insufficient"])]).transform((one) => one || null),
  text: lines(2000).pipe(z.string().min(1, "agreement.assessmentMissing")),
});
