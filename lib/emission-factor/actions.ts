"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { settleIdentity, settleVersion, type DraftRefusal } from "./draft/model";
import { addFactors } from "./mutations";
import { addFactorSchema, addVersionSchema } from "./schema";

function accepted<Thing>(settled: { ok: true; settled: Thing } | { ok: false; refusal: DraftRefusal }): Thing {
  if (settled.ok) return settled.settled;
  throw new Refusal(settled.refusal.code, settled.refusal.values, settled.refusal.field);
}

/** Adds a factor with its first version. */
export const addFactor = memberAction("factor.edit")
  .inputSchema(addFactorSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...draft }, ctx: { access } }) => {
    const identity = accepted(settleIdentity(draft));
    const version = accepted(settleVersion(draft, await getLocale()));
    const actor = { organisationId: access.organisation.id, id: access.user.id };
    await addFactors(actor, [{ identity, version }], "page");
    revalidatePath(`/${org}/factors`);
    redirect(`/${org}/factors/${identity.code}`);
  });

/** Adds a version to a factor. */
export const addVersion = memberAction("factor.edit")
  .inputSchema(addVersionSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, factor, ...draft }, ctx: { access } }) => {
    const version = accepted(settleVersion(draft, await getLocale()));
    const actor = { organisationId: access.organisation.id, id: access.user.id };
    await addFactors(actor, [{ factorId: factor, version }], "page");
    revalidatePath(`/${org}/factors`, "layout");
    return { isDone: true };
  });
