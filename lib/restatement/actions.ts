"use server";
import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { pairsOf } from "@/lib/access/form";
import { plannerOf } from "./asked/queries";
import { restateValue } from "./mutations";
import { restatePlan } from "./plan/mutations";
import { previewRestatement, readAsked } from "./preview/queries";
import { previewSchema, restateSchema } from "./schema";

/** Works out what a restatement would do to every figure, and writes nothing. */
export const previewRestated = memberAction("value.restate")
  .inputSchema(previewSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ ctx: { access }, parsedInput, clientInput }) => ({
    ...(await previewRestatement(access.organisation.id, parsedInput, await getLocale())),
    asked: pairsOf(clientInput),
  }));

/** Restates what was previewed, and leads to the list. */
export const confirmRestated = memberAction("value.restate")
  .inputSchema(restateSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ ctx: { access }, parsedInput: { seen, previewed, ...asked } }) => {
    const { id: organisationId, slug } = access.organisation;
    const locale = await getLocale();
    const author = { organisationId, actorId: access.user.id, reasonDa: asked.reasonDa, reasonEn: asked.reasonEn };
    if (asked.what !== "value") {
      const id = await restatePlan(author, await plannerOf(organisationId, asked, locale), previewed);
      redirect(`/${slug}/restatements#r-${id}`);
    }
    const { cell, content } = await readAsked(organisationId, asked, locale);
    const { kpiId, orgUnitId, year } = cell;
    const id = await restateValue(author, { kpiId, orgUnitId, year, content, seen }, previewed);
    redirect(`/${slug}/restatements#r-${id}`);
  });
