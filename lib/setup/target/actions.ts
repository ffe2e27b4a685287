"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { limitFrom } from "./model";
import { endTarget, setTarget } from "./mutations";
import { endTargetSchema, setTargetSchema } from "./schema";

/** Sets a target of a KPI for a year. */
export const setTargetOf = memberAction("setup.edit")
  .inputSchema(setTargetSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, limit, ...target }, ctx: { access } }) => {
    await setTarget(setterOf(access), code, { ...target, limit: limitFrom(target.kind, limit, await getLocale()) });
    revalidatePath(`/${org}`, "layout");
    return { year: target.year };
  });

/** Takes a target away. */
export const endTargetOf = memberAction("setup.edit")
  .inputSchema(endTargetSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id }, ctx: { access } }) => {
    await endTarget(setterOf(access), id);
    revalidatePath(`/${org}`, "layout");
    return { id };
  });
