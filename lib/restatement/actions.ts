"use server";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { restateValue } from "./mutations";
import { previewRestatement, readAsked } from "./preview/queries";
import { previewSchema, restateSchema } from "./schema";

/** Works out what restating a value would do to every figure, and writes nothing. */
export const previewValue = memberAction("value.restate")
  .inputSchema(previewSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ ctx: { access }, parsedInput }) =>
    previewRestatement(access.organisation.id, parsedInput, await getLocale()),
  );

/** Restates a value of a published year as it was previewed, and leads to the list. */
export const confirmValue = memberAction("value.restate")
  .inputSchema(restateSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ ctx: { access }, parsedInput: { seen, previewed, ...asked } }) => {
    const { id: organisationId, slug } = access.organisation;
    const { cell, content } = await readAsked(organisationId, asked, await getLocale());
    const { kpiId, orgUnitId, year } = cell;
    const author = { organisationId, actorId: access.user.id, reasonDa: asked.reasonDa, reasonEn: asked.reasonEn };
    const id = await restateValue(author, { kpiId, orgUnitId, year, content, seen }, previewed);
    redirect(`/${slug}/restatements#r-${id}`);
  });
