import { z } from "zod";
import { form } from "@/lib/access/form";
import { lines } from "@/lib/agreement/schema";
import { commitmentStatuses } from "@/lib/commitment/model";
import { amountField } from "@/lib/commitment/schema";

/** What is said of a commitment on a day. */
export const followUpSchema = form({
  org: z.string(),
  commitmentId: z.uuid("access.invalid"),
  onDay: z.iso.date("agreement.dayMissing"),
  status: z.enum(commitmentStatuses, "access.invalid"),
  text: lines(2000).pipe(z.string().min(1, "agreement.followUpMissing")),
  evidence: lines(300),
  effect: amountField,
});

/** When a milestone was there; empty: it was not. */
export const milestoneSchema = form({
  org: z.string(),
  milestoneId: z.uuid("access.invalid"),
  doneOn: z.union([z.literal(""), z.iso.date("agreement.dayMissing")]).transform((day) => day || null),
});
