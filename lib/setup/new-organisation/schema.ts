import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";
import { slugField } from "@/lib/user/setup/schema";

/** A further organisation of the installation, empty or with the set-up of the one it is made from. */
export const newOrganisationSchema = form({
  org: z.string(),
  name: line(120, "user.organisationMissing"),
  slug: slugField,
  year: yearField,
  begin: z.enum(["empty", "copy"], "access.invalid"),
});
