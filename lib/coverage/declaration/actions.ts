"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { database } from "@/lib/database/client";
import { declareCoverage } from "./mutations";
import { declareCoverageSchema } from "./schema";

/** Declares which org units the organisation's entered figure of a KPI and year covers. */
export const declareCoverageOf = memberAction("coverage.edit")
  .inputSchema(declareCoverageSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...given }, ctx: { access } }) => {
    await declareCoverage(database, { organisationId: access.organisation.id, actorId: access.user.id }, given);
    redirect(`/${org}/kpis/${given.code}/coverage?year=${given.year}`);
  });
