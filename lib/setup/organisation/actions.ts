"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { percentFrom } from "./reading/model";
import { readLogo } from "./logo/queries";
import { changeOrganisation, setCover, setLogo } from "./mutations";
import { coverSchema, logoSchema, noLogoSchema, organisationSchema } from "./schema";

/** Changes what an organisation is as a whole. */
export const changeOrganisationOf = memberAction("setup.edit")
  .inputSchema(organisationSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, materialityPercent, ...wanted }, ctx: { access } }) => {
    const percent = percentFrom(materialityPercent, await getLocale());
    await changeOrganisation(setterOf(access), { ...wanted, materialityPercent: percent });
    revalidatePath(`/${org}`, "layout");
    return { name: wanted.name };
  });

/** Puts a logo on the organisation's report. */
export const setLogoOf = memberAction("setup.edit")
  .inputSchema(logoSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, logo }, ctx: { access } }) => {
    await setLogo(setterOf(access), await readLogo(logo));
    revalidatePath(`/${org}`, "layout");
    return { isThere: true };
  });

/** Puts a picture on the cover of the organisation's report, or takes it away. */
export const setCoverOf = memberAction("setup.edit")
  .inputSchema(coverSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, pictureId }, ctx: { access } }) => {
    await setCover(setterOf(access), pictureId);
    revalidatePath(`/${org}`, "layout");
    return { isThere: pictureId !== null };
  });

/** Takes the logo away. */
export const removeLogoOf = memberAction("setup.edit")
  .inputSchema(noLogoSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org }, ctx: { access } }) => {
    await setLogo(setterOf(access), null);
    revalidatePath(`/${org}`, "layout");
    return { isThere: false };
  });
