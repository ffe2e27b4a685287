"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { openPeriod, setRules } from "./mutations";
import { openPeriodSchema, rulesSchema } from "./schema";

/** Opens a period, rolled forward from the one before. */
export const openAgreementPeriod = memberAction("agreement.govern")
  .inputSchema(openPeriodSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...draft }, ctx: { access } }) => {
    const code = await openPeriod(setterOf(access), draft);
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/agreements/${code}`);
  });

/** Sets how many own commitments each track demands. */
export const setAgreementRules = memberAction("agreement.govern")
  .inputSchema(rulesSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, periodId, minima }, ctx: { access } }) => {
    await setRules(setterOf(access), periodId, minima);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
