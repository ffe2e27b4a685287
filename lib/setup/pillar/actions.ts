"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addPillar, changePillar } from "./mutations";
import { addPillarSchema, changePillarSchema } from "./schema";

/** Adds a pillar. */
export const addPillarOf = memberAction("setup.edit")
  .inputSchema(addPillarSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, kind, ...pillar }, ctx: { access } }) => {
    await addPillar(setterOf(access), code, { ...pillar, isGuiding: kind === "guiding" });
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/setup/pillars`);
  });

/** Changes a pillar and its themes. */
export const changePillarOf = memberAction("setup.edit")
  .inputSchema(changePillarSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, kind, ...pillar }, ctx: { access } }) => {
    await changePillar(setterOf(access), id, { ...pillar, isGuiding: kind === "guiding" });
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/setup/pillars`);
  });
