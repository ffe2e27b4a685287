"use server";
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { setupFormSchema, setupConfirmSchema } from "./form/schema";
import { importSetup } from "./mutations";
import { lookAtSetup } from "./preview/queries";

/** Says what a set-up file would make and change, place by place, and changes nothing. */
export const previewSetupFile = memberAction("setup.edit")
  .inputSchema(setupFormSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { text }, ctx: { access } }) =>
    lookAtSetup(access.organisation.id, text, await getTranslations()),
  );

/** Takes a set-up file in as it was previewed, all of it or nothing. */
export const importSetupFile = memberAction("setup.edit")
  .inputSchema(setupConfirmSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, text, digest }, ctx: { access } }) => {
    const changes = await importSetup({ ...setterOf(access), door: "import" }, text, digest);
    revalidatePath(`/${org}`, "layout");
    return { count: changes.length };
  });
