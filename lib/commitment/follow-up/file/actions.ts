"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "@/lib/agreement/change/model";
import { withdrawFollowUpFile } from "./mutations";
import { withdrawFileSchema } from "./schema";

/** Takes a file that backs a follow-up back, with a reason. */
export const takeBackFollowUpFile = memberAction("agreement.edit")
  .inputSchema(withdrawFileSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, reason }, ctx: { access } }) => {
    await withdrawFollowUpFile(agreementActor(access), id, reason);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
