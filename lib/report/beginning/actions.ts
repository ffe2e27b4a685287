"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { getYearView } from "@/lib/figure/queries";
import { beginReport } from "./mutations";
import { beginInput } from "./schema";

/** Begins the report of a year, and goes on to where it is written. */
export const beginReportOf = memberAction("report.edit")
  .inputSchema(beginInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year }, ctx: { access } }) => {
    const { id, dataVersion } = access.organisation;
    const [da, en] = await Promise.all([
      getYearView(id, dataVersion, year, "da"),
      getYearView(id, dataVersion, year, "en"),
    ]);
    await beginReport({ organisationId: id, year, actorId: access.user.id }, { da, en });
    redirect(`/${org}/reports/${year}/edit`);
  });
