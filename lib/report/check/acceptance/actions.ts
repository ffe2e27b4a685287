"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { getFindings } from "../queries";
import { acceptFindings, withdrawAcceptance } from "./mutations";
import { acceptanceInput, withdrawalInput } from "./schema";

/** Accepts what the check found, one thing or several, with a reason. */
export const acceptFindingOf = memberAction("report.edit")
  .inputSchema(acceptanceInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, finding, reason }, ctx: { access } }) => {
    const findings = (await getFindings(access.organisation, year)) ?? [];
    const known = new Map(findings.map((one) => [one.key, one]));
    const found = finding.flatMap((key) => known.get(key) ?? []);
    if (found.length < finding.length) throw new Refusal("access.notFound");
    if (found.some(({ canBeAccepted }) => !canBeAccepted)) throw new Refusal("check.mustBeMended");
    const accepting = { organisationId: access.organisation.id, year, actorId: access.user.id };
    await acceptFindings(accepting, found, reason);
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
