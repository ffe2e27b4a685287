"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addNote, removeNote } from "./mutations";
import { addNoteSchema, removeNoteSchema } from "./schema";

/** Marks a footnote on a KPI. */
export const addNoteOf = memberAction("setup.edit")
  .inputSchema(addNoteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, ...note }, ctx: { access } }) => {
    await addNote(setterOf(access), code, note);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });

/** Takes a footnote off a KPI. */
export const removeNoteOf = memberAction("setup.edit")
  .inputSchema(removeNoteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, ...note }, ctx: { access } }) => {
    await removeNote(setterOf(access), code, note);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });
