"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { getFindings } from "../queries";
import { acceptFinding, withdrawAcceptance } from "./mutations";
import { acceptanceInput, withdrawalInput } from "./schema";

/** Accepts something the check found, with a reason. */
export const acceptFindingOf = memberAction("report.edit")
  .inputSchema(acceptanceInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, finding, reason }, ctx: { access } }) => {
    const found = (await getFindings(access.organisation, year))?.find(({ key }) => key === finding);
    if (!found) throw new Refusal("access.notFound");
    if (!found.canBeAccepted) throw new Refusal("check.mustBeMended");
    const accepting = { organisationId: access.organisation.id, year, actorId: access.user.id };
    await acceptFinding(accepting, finding, found.excerpt, reason);
    revalidatePath(`/${org}/reports`, "layout");
    return { finding };
  });

/** Takes an acceptance back. */
export const withdrawAcceptanceOf = memberAction("report.edit")
  .inputSchema(withdrawalInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, finding }, ctx: { access } }) => {
    await withdrawAcceptance({ organisationId: access.organisation.id, year, actorId: access.user.id }, finding);
    revalidatePath(`/${org}/reports`, "layout");
    return { finding };
  });
