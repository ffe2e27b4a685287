"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "@/lib/agreement/change/model";
import { placeIn } from "@/lib/agreement/place/model";
import { measuredFrom } from "./draft/model";
import { removeCommitmentOf, saveCommitmentOf } from "./mutations";
import { commitmentSchema, removeCommitmentSchema } from "./schema";

/** Adds an own commitment to a draft, or changes one there. */
export const saveCommitment = memberAction("agreement.edit")
  .inputSchema(commitmentSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, agreementId, seen, back, id, ...typed }, ctx: { access } }) => {
    const draft = { ...typed, ...measuredFrom(typed, await getLocale()) };
    await saveCommitmentOf(agreementActor(access), { agreementId, seen }, id, draft);
    revalidatePath(`/${org}/agreements`, "layout");
    redirect(placeIn(org, back));
  });

/** Takes an own commitment out of a draft. */
export const removeCommitment = memberAction("agreement.edit")
  .inputSchema(removeCommitmentSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, agreementId, seen, back, id }, ctx: { access } }) => {
    await removeCommitmentOf(agreementActor(access), { agreementId, seen }, id);
    revalidatePath(`/${org}/agreements`, "layout");
    redirect(placeIn(org, back));
  });
