"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addReference, removeReference } from "./mutations";
import { addReferenceSchema, removeReferenceSchema } from "./schema";

/** Says where a framework asks for a KPI. */
export const addReferenceOf = memberAction("setup.edit")
  .inputSchema(addReferenceSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, ...reference }, ctx: { access } }) => {
    await addReference(setterOf(access), code, reference);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });

/** Takes a reference away. */
export const removeReferenceOf = memberAction("setup.edit")
  .inputSchema(removeReferenceSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, ...place }, ctx: { access } }) => {
    await removeReference(setterOf(access), code, place);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });
