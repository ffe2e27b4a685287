import { z } from "zod";
import { form, line, ticked } from "@/lib/access/form";
import { roles } from "@/lib/access/policy";

/** A person's name as others see it. */
export const nameField = line(120, "user.nameMissing");

const org = z.string();
const user = z.uuid("access.invalid");

/** The roles a person is to hold in an organisation, none to take all away, and a contributor's org units. */
export const changeRolesSchema = form({
  org,
  user,
  roles: ticked(z.enum(roles, "user.roleWrong")),
  orgUnits: ticked(z.uuid("access.invalid")),
});

/** Whose account is to be closed or opened again. */
export const accountSchema = form({ org, user });
