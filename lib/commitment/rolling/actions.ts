"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "@/lib/agreement/change/model";
import { decide } from "./mutations";
import { decideSchema } from "./schema";

/** Decides what becomes of a commitment of the last period. */
export const decideCommitment = memberAction("agreement.edit")
  .inputSchema(decideSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, agreementId, seen, ...decision }, ctx: { access } }) => {
    await decide(agreementActor(access), { agreementId, seen }, decision);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
