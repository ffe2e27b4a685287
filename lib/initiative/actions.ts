"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { today } from "@/lib/agreement/period/queries";
import { amountFrom } from "@/lib/commitment/amount/model";
import { setterOf } from "@/lib/setup/change/model";
import { addInitiative, retireInitiative } from "./mutations";
import { initiativeSchema, retireSchema } from "./schema";

/** Adds an initiative to the catalogue. */
export const addInitiativeOf = memberAction("agreement.govern")
  .inputSchema(initiativeSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, expectedEffect, ...typed }, ctx: { access } }) => {
    const amount = amountFrom(expectedEffect, await getLocale(), "expectedEffect");
    if (amount !== null && !typed.kpiId) throw new Refusal("agreement.kpiMissing", {}, "kpiId");
    await addInitiative(setterOf(access), { ...typed, expectedEffect: amount });
    revalidatePath(`/${org}/agreements`, "layout");
    redirect(`/${org}/agreements/catalogue`);
  });

/** Takes an initiative out of what can be picked, or back in. */
export const retireInitiativeOf = memberAction("agreement.govern")
  .inputSchema(retireSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, isRetired }, ctx: { access } }) => {
    await retireInitiative(setterOf(access), id, isRetired, today());
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
