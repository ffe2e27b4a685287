"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { restoreOrder } from "./mutations";
import { restoreOrderInput } from "./schema";

/** Brings the order before an act back; the page stays, unless what it shows may have gone by that. */
export const restoreOrderOf = memberAction("report.edit")
  .inputSchema(restoreOrderInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, entry }, ctx: { access } }) => {
    revalidatePath(`/${org}/reports`, "layout");
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const went = await restoreOrder(arranger, BigInt(entry));
    if (!went) return { about: entry };
    redirect(`/${org}/reports/${year}/edit?view=order`);
  });
