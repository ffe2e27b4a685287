import { z } from "zod";
import { emailField, form } from "@/lib/access/form";
import { ownPath } from "./model";
import { MOST_PASSWORD_UNITS } from "./password/model";

/** A password as it comes in, of any strength: to be compared, not to be kept. */
export const passwordField = z
  .string({ error: "access.passwordMissing" })
  .min(1, "access.passwordMissing")
  .max(MOST_PASSWORD_UNITS, "access.passwordLong");

/** Signing in: address, password, and where to go afterwards. */
export const signInSchema = form({
  email: emailField,
  password: passwordField,
  next: z.unknown().optional().transform(ownPath),
});

/** Signing out needs nothing. */
export const signOutSchema = form({});

/** A new password for one's own account. */
export const changePasswordSchema = form({ current: passwordField, password: passwordField });
