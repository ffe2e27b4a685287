"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { agreementActor } from "./change/model";
import { amend, approve, close, giveBack, propose, sign } from "./mutations";
import { plainActSchema, reasonedActSchema, signSchema } from "./schema";

/** Sends a draft to the central function. */
export const proposeAgreement = memberAction("agreement.edit")
  .inputSchema(plainActSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...seen }, ctx: { access } }) => {
    await propose(agreementActor(access), seen);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Hands a proposed or approved agreement back to its org unit. */
export const returnAgreement = memberAction("agreement.govern")
  .inputSchema(reasonedActSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, reason, ...seen }, ctx: { access } }) => {
    await giveBack(agreementActor(access), seen, reason);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Approves a proposed agreement and freezes its text. */
export const approveAgreement = memberAction("agreement.govern")
  .inputSchema(plainActSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...seen }, ctx: { access } }) => {
    await approve(agreementActor(access), seen);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Signs the text that waits, for one of the parties. */
export const signAgreement = memberAction("agreement.edit")
  .inputSchema(signSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, agreementId, seen, ...signed }, ctx: { access } }) => {
    await sign(agreementActor(access), { agreementId, seen }, { ...signed, locale: await getLocale() });
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Begins an amendment of a signed agreement. */
export const amendAgreement = memberAction("agreement.edit")
  .inputSchema(reasonedActSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, reason, ...seen }, ctx: { access } }) => {
    await amend(agreementActor(access), seen, reason);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Closes a signed agreement with an evaluation. */
export const closeAgreement = memberAction("agreement.govern")
  .inputSchema(reasonedActSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, reason, ...seen }, ctx: { access } }) => {
    await close(agreementActor(access), seen, reason);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
