"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { nameFteKpi } from "./mutations";
import { fteKpiSchema } from "./schema";

/** Says which KPI counts full-time equivalents. */
export const nameFteKpiOf = memberAction("setup.edit")
  .inputSchema(fteKpiSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, fteKpi }, ctx: { access } }) => {
    await nameFteKpi(setterOf(access), fteKpi);
    revalidatePath(`/${org}`, "layout");
    return { isDone: true };
  });
