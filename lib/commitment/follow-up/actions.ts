"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "@/lib/agreement/change/model";
import { amountFrom } from "@/lib/commitment/amount/model";
import { followUp, reachMilestone } from "./mutations";
import { followUpSchema, milestoneSchema } from "./schema";

/** Says how far a commitment is. */
export const followUpCommitment = memberAction("agreement.edit")
  .inputSchema(followUpSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, commitmentId, effect, ...said }, ctx: { access } }) => {
    const amount = amountFrom(effect, await getLocale(), "effect");
    await followUp(agreementActor(access), commitmentId, { ...said, effect: amount });
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Says when a milestone was there. */
export const finishMilestone = memberAction("agreement.edit")
  .inputSchema(milestoneSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, milestoneId, doneOn }, ctx: { access } }) => {
    await reachMilestone(agreementActor(access), milestoneId, doneOn);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
