"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { getYearView } from "@/lib/figure/queries";
import { rollReport } from "@/lib/report/rolling/mutations";
import { beginReport } from "./mutations";
import { beginInput } from "./schema";

/** Begins the report of a year, and goes on to where it is written. */
export const beginReportOf = memberAction("report.edit")
  .inputSchema(beginInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, start, from }, ctx: { access } }) => {
    const { id, dataVersion } = access.organisation;
    const author = { organisationId: id, year, actorId: access.user.id };
    if (start === "last") await rollReport(author, from ?? year - 1);
    else {
      const views = (["da", "en"] as const).map((locale) => getYearView(id, dataVersion, year, locale));
      const [da, en] = await Promise.all(views);
      await beginReport(author, { da: da!, en: en! }, start);
    }
    redirect(`/${org}/reports/${year}/edit`);
  });
