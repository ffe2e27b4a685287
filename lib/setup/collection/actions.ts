"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { collectAt, stopCollecting } from "./mutations";
import { collectSchema, uncollectSchema } from "./schema";

/** Collects a KPI from org units. */
export const collectKpiAt = memberAction("setup.edit")
  .inputSchema(collectSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, ...where }, ctx: { access } }) => {
    await collectAt(setterOf(access), code, where);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });

/** Takes a line of where a KPI is collected away. */
export const stopCollectingKpi = memberAction("setup.edit")
  .inputSchema(uncollectSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, ...line }, ctx: { access } }) => {
    await stopCollecting(setterOf(access), code, line);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });
