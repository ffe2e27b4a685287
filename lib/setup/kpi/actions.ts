"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { definitionFrom } from "./definition/queries";
import { addKpi, defineKpi } from "./mutations";
import { addKpiSchema, defineKpiSchema } from "./schema";

/** Adds a KPI or a series of base data. */
export const addKpiOf = memberAction("setup.edit")
  .inputSchema(addKpiSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(
    async ({ parsedInput: { org, code, purpose, pillarId, appendixPart, ownerId, ...typed }, ctx: { access } }) => {
      const definition = await definitionFrom(access.organisation.id, code, typed, await getLocale());
      await addKpi(setterOf(access), { code, purpose, pillarId, appendixPart, ownerId }, definition);
      revalidatePath(`/${org}`, "layout");
      redirect(`/${org}/setup/kpis/${code}`);
    },
  );

/** Says what a KPI is from a year on. */
export const defineKpiOf = memberAction("setup.edit")
  .inputSchema(defineKpiSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, pillarId, appendixPart, ownerId, ...typed }, ctx: { access } }) => {
    const definition = await definitionFrom(access.organisation.id, code, typed, await getLocale());
    await defineKpi(setterOf(access), code, { pillarId, appendixPart, ownerId }, definition);
    revalidatePath(`/${org}`, "layout");
    return { year: definition.validFromYear };
  });
