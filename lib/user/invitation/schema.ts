import { z } from "zod";
import { emailField, form, ticked } from "@/lib/access/form";
import { roles } from "@/lib/access/policy";
import { passwordField } from "@/lib/session/schema";
import { nameField } from "../schema";

/** Whom to invite, to which role, a contributor to which org units. */
export const inviteSchema = form({
  org: z.string(),
  name: nameField,
  email: emailField,
  role: z.enum(roles, "user.roleMissing"),
  orgUnits: ticked(z.uuid("access.invalid")),
});

/** Which invitation to take back. */
export const withdrawSchema = form({ org: z.string(), invitation: z.uuid("access.invalid") });

/** What the invited person fills in; the address is only shown, for password managers, and not used. Whoever has an account already is not asked for a name. */
export const acceptSchema = form({
  token: z.string(),
  email: z.string().optional(),
  name: nameField.optional(),
  password: passwordField,
});
