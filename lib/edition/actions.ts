"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { makeFiles } from "./files/queries";
import { endProgress, noteProgress, type Progress } from "./progress/model";
import { callReady, openEdition, publishEdition } from "./mutations";
import { openingInput, publishInput, reportInput } from "./schema";

/** Calls a report ready to be published. */
export const callReportReady = memberAction("report.publish")
  .inputSchema(reportInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year }, ctx: { access } }) => {
    await callReady({ organisation: access.organisation, year, actorId: access.user.id });
    revalidatePath(`/${org}/reports`, "layout");
    return { year };
  });

/** Publishes an edition of a report that is ready. */
export const publishReport = memberAction("report.publish")
  .inputSchema(publishInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, note }, ctx: { access } }) => {
    const { organisation } = access;
    const tell = (progress: Progress) => noteProgress(organisation.id, year, progress);
    const number = await publishEdition(
      { organisation, year, actorId: access.user.id },
      { note, at: new Date() },
      (mark, contents) => makeFiles({ organisation, year, mark }, contents, tell),
    ).finally(() => endProgress(organisation.id, year));
    revalidatePath(`/${org}`, "layout");
    return { number };
  });

/** Opens an edition to everybody, or closes the public address. */
export const openReport = memberAction("report.publish")
  .inputSchema(openingInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, number }, ctx: { access } }) => {
    await openEdition({ organisation: access.organisation, year, actorId: access.user.id }, number);
    revalidatePath(`/${org}/reports`, "layout");
    return { number };
  });
