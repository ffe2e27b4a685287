"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { publicAction, signedInAction, spelledOut } from "@/lib/access/action";
import { keepLocale } from "@/lib/language/cookie";
import { isLocale, localeCookie } from "@/lib/language/model";
import { auth } from "./auth";
import { currentSession } from "./current";
import { changePassword, endSessions, startSession } from "./mutations";
import { findLocale } from "./queries";
import { changePasswordSchema, signInSchema, signOutSchema } from "./schema";

/** Signs in and goes on to where the person wanted. */
export const signIn = publicAction
  .inputSchema(signInSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { email, password, next } }) => {
    await startSession(email, password);
    await keepLocaleOf(email);
    redirect(next);
  });

/** In a browser where no language was chosen yet, the person's own is used. */
async function keepLocaleOf(email: string): Promise<void> {
  if ((await cookies()).has(localeCookie)) return;
  const locale = await findLocale(email);
  if (isLocale(locale)) await keepLocale(locale);
}

/** Signs in again beside a page that stays open with what was typed in it. */
export const signInAgain = publicAction
  .inputSchema(signInSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { email, password } }) => {
    await startSession(email, password);
    return { isSignedIn: true };
  });

/** Signs out, everywhere; whoever's session is over already just leaves. */
export const signOut = publicAction.inputSchema(signOutSchema).action(async () => {
  const signedIn = await currentSession();
  if (signedIn) await endSessions(signedIn.user.id);
  await auth().api.signOut({ headers: await headers() });
  redirect("/sign-in");
});

/** Changes one's own password. */
export const changeOwnPassword = signedInAction
  .inputSchema(changePasswordSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { current, password }, ctx: { signedIn } }) => {
    await changePassword(signedIn.user, signedIn.sessionId, current, password);
    return { isDone: true };
  });
