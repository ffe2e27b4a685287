"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addOrganisation } from "./mutations";
import { newOrganisationSchema } from "./schema";

/** Makes a further organisation of the installation, and leads to its set-up. */
export const addOrganisationOf = memberAction("organisation.add")
  .inputSchema(newOrganisationSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org: _, ...organisation }, ctx: { access } }) => {
    await addOrganisation(setterOf(access), organisation);
    redirect(`/${organisation.slug}/setup`);
  });
