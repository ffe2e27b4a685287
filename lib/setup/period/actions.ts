"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { database } from "@/lib/database/client";
import { publishYear } from "@/lib/publication/record/mutations";
import { setterOf } from "@/lib/setup/change/model";
import { openPeriod, takeStep } from "./mutations";
import { openPeriodSchema, publishSchema, stepSchema } from "./schema";

/** Opens a reporting year for entry. */
export const openYear = memberAction("setup.edit")
  .inputSchema(openPeriodSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, dueOn }, ctx: { access } }) => {
    await openPeriod(setterOf(access), year, dueOn);
    revalidatePath(`/${org}`, "layout");
    return { year };
  });

/** Takes a reporting year a step on or back. */
export const stepYear = memberAction("period.step")
  .inputSchema(stepSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, to, reason }, ctx: { access } }) => {
    await takeStep(setterOf(access), year, to, reason);
    revalidatePath(`/${org}`, "layout");
    return { year };
  });

/** Publishes a closed year for good: only when everything of it is approved. */
export const publishPeriod = memberAction("year.publish")
  .inputSchema(publishSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year }, ctx: { access } }) => {
    const publishing = { ...setterOf(access), year, door: "page" as const };
    await database.$transaction((tx) => publishYear(tx, publishing), { timeout: 60_000 });
    revalidatePath(`/${org}`, "layout");
    return { year };
  });
