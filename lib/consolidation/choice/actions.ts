"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { database } from "@/lib/database/client";
import { chooseCounts } from "./mutations";
import { chooseCountsSchema } from "./schema";

/** Says which of the organisation's two figures of a KPI and year counts. */
export const chooseWhatCounts = memberAction("coverage.edit")
  .inputSchema(chooseCountsSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...given }, ctx: { access } }) => {
    await chooseCounts(database, { organisationId: access.organisation.id, actorId: access.user.id }, given);
    redirect(`/${org}/kpis/${given.code}/coverage?year=${given.year}`);
  });
