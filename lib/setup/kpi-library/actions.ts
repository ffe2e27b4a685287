"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addFromLibrary } from "./mutations";
import { addFromLibrarySchema } from "./schema";

/** Adds a selection from the library, with the base data and pillars it needs. */
export const addFromLibraryOf = memberAction("setup.edit")
  .inputSchema(addFromLibrarySchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...selection }, ctx: { access } }) => {
    const added = await addFromLibrary(setterOf(access), selection);
    revalidatePath(`/${org}`, "layout");
    return added;
  });
