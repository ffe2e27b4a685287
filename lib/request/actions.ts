"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { may } from "@/lib/access/policy";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { timeZone } from "@/lib/language/model";
import { mailIs, sendLettersSoon } from "@/lib/operation/notices";
import { setterOf } from "@/lib/setup/change/model";
import { saveValues } from "@/lib/value/mutations";
import { readStoredCells } from "@/lib/value/queries";
import { dayIn } from "./model";
import { remind, sendRequest, withdrawRequest } from "./mutations";
import { passOn } from "./passing/mutations";
import { noFigureSchema, passOnSchema, remindSchema, sendSchema } from "./schema";

/** Asks people for figures. */
export const sendRequestOf = memberAction("request.send")
  .inputSchema(sendSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, kpis, ...input }, ctx: { access } }) => {
    await sendRequest(database, setterOf(access), { ...input, kpiIds: kpis }, mailIs());
    sendLettersSoon();
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/requests?year=${input.year}`);
  });

/** Reminds those who have something left to give. */
export const remindOf = memberAction("request.send")
  .inputSchema(remindSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id }, ctx: { access } }) => {
    const told = await remind(database, setterOf(access), id, dayIn(new Date(), timeZone), mailIs());
    sendLettersSoon();
    revalidatePath(`/${org}/requests`);
    return { told };
  });

/** Takes a request back. */
export const withdrawRequestOf = memberAction("request.send")
  .inputSchema(remindSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id }, ctx: { access } }) => {
    await withdrawRequest(database, setterOf(access), id);
    revalidatePath(`/${org}`, "layout");
    return { isDone: true };
  });

/** Passes on what is asked of oneself; a controller what is asked of anybody. */
export const passTasksOn = memberAction("task.read")
  .inputSchema(passOnSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, kpis, ...input }, ctx: { access } }) => {
    requireOrgUnit(access, input.orgUnitId);
    const passer = { ...setterOf(access), ofAnybody: may(access.roles, "request.send") };
    const count = await passOn(database, passer, { ...input, kpiIds: kpis }, mailIs());
    sendLettersSoon();
    revalidatePath(`/${org}`, "layout");
    return { count };
  });

/** Answers that there is no figure this year, and why: saved like any value. */
export const answerWithoutFigure = memberAction("value.save")
  .inputSchema(noFigureSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, orgUnitId, reason, ...cell }, ctx: { access } }) => {
    requireOrgUnit(access, orgUnitId);
    const key = { kpiId: cell.kpiId, orgUnitId, year: cell.year };
    // What was said beside the cell stays.
    const { comment = "", source = "" } =
      (await readStoredCells(database, access.organisation.id, [key])).get(key) ?? {};
    const none = { amount: null, scale: null, men: null, women: null, comment, source, basis: reason };
    const [outcome] = await saveValues(database, {
      ...setterOf(access),
      door: "page",
      cells: [{ ...cell, ...none, orgUnitId }],
    });
    if (outcome?.outcome === "conflict") throw new Refusal("request.changedMeanwhile");
    if (outcome?.outcome === "refused") throw new Refusal("request.notTaken");
    revalidatePath(`/${org}`, "layout");
    return { isDone: true };
  });
