"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addOrgUnit, changeOrgUnit } from "./mutations";
import { addOrgUnitSchema, changeOrgUnitSchema } from "./schema";

/** Adds an org unit below another. */
export const addUnit = memberAction("setup.edit")
  .inputSchema(addOrgUnitSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...unit }, ctx: { access } }) => {
    await addOrgUnit(setterOf(access), unit);
    revalidatePath(`/${org}`, "layout");
    return { name: unit.name };
  });

/** Renames, opens, closes, merges or moves an org unit. */
export const changeUnit = memberAction("setup.edit")
  .inputSchema(changeOrgUnitSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...change }, ctx: { access } }) => {
    await changeOrgUnit(setterOf(access), change);
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/setup/org-units`);
  });
