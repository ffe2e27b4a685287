"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { openPeriod, takeStep } from "./mutations";
import { openPeriodSchema, stepSchema } from "./schema";

/** Opens a reporting year for entry. */
export const openYear = memberAction("setup.edit")
  .inputSchema(openPeriodSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, dueOn }, ctx: { access } }) => {
    await openPeriod(setterOf(access), year, dueOn);
    revalidatePath(`/${org}`, "layout");
    return { year };
  });

/** Takes a reporting year a step on or back. */
export const stepYear = memberAction("setup.edit")
  .inputSchema(stepSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, to, reason }, ctx: { access } }) => {
    await takeStep(setterOf(access), year, to, reason);
    revalidatePath(`/${org}`, "layout");
    return { year };
  });
