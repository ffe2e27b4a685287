"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { saveBlockText, saveReportText } from "@/lib/report/mutations";
import { refuseUnbound } from "@/lib/report/reference/queries";
import { blockTextInput, reportTextInput } from "@/lib/report/schema";

/** Saves a block's title and text in both languages. */
export const saveBlock = memberAction("report.edit")
  .inputSchema(blockTextInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, blockId, seen, ...words }, ctx: { access } }) => {
    await refuseUnbound(access.organisation, year, words);
    const result = await saveBlockText(
      { organisationId: access.organisation.id, year, actorId: access.user.id },
      { id: blockId, seen },
      words,
    );
    if (result.outcome === "gone") throw new Refusal("report.blockGone");
    if (result.outcome === "saved") revalidatePath(`/${org}/reports`, "layout");
    return result;
  });

/** Saves the report's title and the line under it in both languages. */
export const saveReport = memberAction("report.edit")
  .inputSchema(reportTextInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, ...words }, ctx: { access } }) => {
    await refuseUnbound(access.organisation, year, words);
    const result = await saveReportText(
      { organisationId: access.organisation.id, year, actorId: access.user.id },
      seen,
      words,
    );
    if (result.outcome === "gone") throw new Refusal("report.blockGone");
    if (result.outcome === "saved") revalidatePath(`/${org}/reports`, "layout");
    return result;
  });
