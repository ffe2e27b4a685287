"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { restoreRevision } from "./mutations";
import { restoreInput } from "./schema";

/** Brings an earlier state of a block back, and goes to the block. */
export const restoreRevisionOf = memberAction("report.edit")
  .inputSchema(restoreInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, blockId, revision, seen }, ctx: { access } }) => {
    revalidatePath(`/${org}/reports`, "layout");
    const author = { organisationId: access.organisation.id, year, actorId: access.user.id };
    await restoreRevision(author, { blockId, revision, seen });
    redirect(`/${org}/reports/${year}/edit?block=${blockId}`);
  });
