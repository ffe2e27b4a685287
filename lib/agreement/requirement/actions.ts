"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addRequirement, removeRequirement } from "./mutations";
import { removeRequirementSchema, requirementSchema } from "./schema";

/** Sets a requirement of a period. */
export const setRequirement = memberAction("agreement.govern")
  .inputSchema(requirementSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...draft }, ctx: { access } }) => {
    await addRequirement(setterOf(access), draft);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Takes a requirement out of a period. */
export const removeRequirementOf = memberAction("agreement.govern")
  .inputSchema(removeRequirementSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id }, ctx: { access } }) => {
    await removeRequirement(setterOf(access), id);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
