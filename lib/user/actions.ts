"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { changeRoles, disablePerson, enablePerson } from "./mutations";
import { accountSchema, changeRolesSchema } from "./schema";

/** Sets a person's roles and org units. */
export const changeRolesOf = memberAction("user.manage")
  .inputSchema(changeRolesSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, user, roles, orgUnits }, ctx: { access, signedIn } }) => {
    await changeRoles(
      { organisationId: access.organisation.id, id: access.user.id, sessionId: signedIn.sessionId },
      user,
      roles,
      orgUnits,
    );
    revalidatePath(`/${org}/users`);
    redirect(`/${org}/users`);
  });

/** Closes an account. */
export const disable = memberAction("user.manage")
  .inputSchema(accountSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, user }, ctx: { access, signedIn } }) => {
    await disablePerson(
      { organisationId: access.organisation.id, id: access.user.id, sessionId: signedIn.sessionId },
      user,
    );
    revalidatePath(`/${org}/users`);
    redirect(`/${org}/users`);
  });

/** Opens a closed account again. */
export const enable = memberAction("user.manage")
  .inputSchema(accountSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, user }, ctx: { access, signedIn } }) => {
    await enablePerson(
      { organisationId: access.organisation.id, id: access.user.id, sessionId: signedIn.sessionId },
      user,
    );
    revalidatePath(`/${org}/users`);
    redirect(`/${org}/users`);
  });
