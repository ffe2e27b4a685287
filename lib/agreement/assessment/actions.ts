"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "@/lib/agreement/change/model";
import { assess } from "./mutations";
import { assessmentSchema } from "./schema";

/** Comments on an agreement in a track, or assesses it there. */
export const assessAgreement = memberAction("agreement.assess")
  .inputSchema(assessmentSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...said }, ctx: { access } }) => {
    await assess(agreementActor(access), said);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
