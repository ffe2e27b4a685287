"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { database } from "@/lib/database/client";
import { markBreak, removeBreak } from "./mutations";
import { markBreakSchema, removeBreakSchema } from "./schema";

/** Marks a series break of a KPI, or changes its note. */
export const markSeriesBreak = memberAction("coverage.edit")
  .inputSchema(markBreakSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...given }, ctx: { access } }) => {
    await markBreak(database, { organisationId: access.organisation.id, actorId: access.user.id }, given);
    redirect(`/${org}/kpis/${given.code}/coverage?year=${given.year}`);
  });

/** Takes a series break away. */
export const removeSeriesBreak = memberAction("coverage.edit")
  .inputSchema(removeBreakSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...given }, ctx: { access } }) => {
    await removeBreak(database, { organisationId: access.organisation.id, actorId: access.user.id }, given);
    redirect(`/${org}/kpis/${given.code}/coverage?year=${given.year}`);
  });
