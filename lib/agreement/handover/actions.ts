"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "@/lib/agreement/change/model";
import { placeIn } from "@/lib/agreement/place/model";
import { handOn } from "./mutations";
import { handOnSchema } from "./schema";

/** Hands an org unit's agreement on to its successors by an amendment that both parties sign. */
export const handOnAgreement = memberAction("agreement.govern")
  .inputSchema(handOnSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, agreementId, seen, back, ...how }, ctx: { access } }) => {
    await handOn(agreementActor(access), { agreementId, seen }, how);
    revalidatePath(`/${org}/agreements`, "layout");
    redirect(placeIn(org, back));
  });
