"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { memberAction, publicAction, spelledOut } from "@/lib/access/action";
import { appOrigin } from "@/lib/access/origin";
import { startSession } from "@/lib/session/mutations";
import { acceptInvitation, invite, withdrawInvitation } from "./mutations";
import { acceptSchema, inviteSchema, withdrawSchema } from "./schema";

/** Makes an invitation; its one-time link is in the answer, and nowhere else. */
export const inviteSomebody = memberAction("user.manage")
  .inputSchema(inviteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, orgUnits, ...person }, ctx: { access } }) => {
    const token = await invite(
      { organisationId: access.organisation.id, id: access.user.id },
      { ...person, orgUnitIds: orgUnits },
    );
    revalidatePath(`/${org}/users`);
    return { link: `${appOrigin()}/invitation/${token}`, email: person.email };
  });

/** Takes an open invitation back. */
export const withdraw = memberAction("user.manage")
  .inputSchema(withdrawSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, invitation }, ctx: { access } }) => {
    await withdrawInvitation({ organisationId: access.organisation.id, id: access.user.id }, invitation);
    revalidatePath(`/${org}/users`);
    return { isDone: true };
  });

/** Uses an invitation and signs in. */
export const accept = publicAction
  .inputSchema(acceptSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { token, name, password } }) => {
    const { email, slug } = await acceptInvitation(token, { name, password, locale: await getLocale() });
    await startSession(email, password);
    redirect(`/${slug}`);
  });
