"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { demandFourEyes } from "./mutations";
import { fourEyesSchema } from "./schema";

/** Says of which KPIs somebody else than the author must approve a figure. */
export const setFourEyes = memberAction("setup.edit")
  .inputSchema(fourEyesSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, of, kpis }, ctx: { access } }) => {
    await demandFourEyes(setterOf(access), of === "all", kpis);
    revalidatePath(`/${org}`, "layout");
    return { of };
  });
