"use server";
import { randomBytes } from "node:crypto";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { database } from "@/lib/database/client";
import { setterOf } from "@/lib/setup/change/model";
import { actOnItem, drawSample } from "./mutations";
import { answerSchema, concludeSchema, drawSchema, noteSchema } from "./schema";

/** Draws a sample. */
export const drawSampleOf = memberAction("assurance.write")
  .inputSchema(drawSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, rule, seed, size, values, ...where }, ctx: { access } }) => {
    const how =
      rule === "byHand"
        ? { rule, named: values }
        : rule === "largest"
          ? { rule, size }
          : { rule, size, seed: seed || randomBytes(6).toString("hex") };
    await drawSample(database, setterOf(access), { ...where, ...how });
    revalidatePath(`/${org}/assurance`, "layout");
    return { isDone: true };
  });

/** Writes a note of one's own, or asks for more evidence. */
export const noteItem = memberAction("assurance.write")
  .inputSchema(noteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, act, text }, ctx: { access } }) => {
    await actOnItem(database, setterOf(access), id, { act, text, conclusion: null });
    revalidatePath(`/${org}/assurance`, "layout");
    return { isDone: true };
  });

/** Concludes on a value. */
export const concludeItem = memberAction("assurance.write")
  .inputSchema(concludeSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, conclusion, text }, ctx: { access } }) => {
    await actOnItem(database, setterOf(access), id, { act: "concluded", text, conclusion });
    revalidatePath(`/${org}/assurance`, "layout");
    return { isDone: true };
  });

/** Answers what the auditor asked. */
export const answerItem = memberAction("assurance.answer")
  .inputSchema(answerSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, text }, ctx: { access } }) => {
    await actOnItem(database, setterOf(access), id, { act: "answered", text, conclusion: null });
    revalidatePath(`/${org}/assurance`, "layout");
    return { isDone: true };
  });
