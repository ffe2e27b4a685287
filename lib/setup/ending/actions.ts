"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { deleteKpi, deleteOrgUnit, deletePillar, endKpi } from "./mutations";
import { deleteSchema, endKpiSchema } from "./schema";

/** Says the last year a KPI is followed in. */
export const endKpiOf = memberAction("setup.edit")
  .inputSchema(endKpiSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, lastYear }, ctx: { access } }) => {
    await endKpi(setterOf(access), code, lastYear);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });

/** Deletes a KPI that nothing rests on. */
export const deleteKpiOf = memberAction("setup.edit")
  .inputSchema(deleteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code }, ctx: { access } }) => {
    await deleteKpi(setterOf(access), code);
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/setup/kpis`);
  });

/** Deletes a pillar without KPIs and chapters. */
export const deletePillarOf = memberAction("setup.edit")
  .inputSchema(deleteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code }, ctx: { access } }) => {
    await deletePillar(setterOf(access), code);
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/setup/pillars`);
  });

/** Deletes an org unit that nothing hangs on. */
export const deleteUnitOf = memberAction("setup.edit")
  .inputSchema(deleteSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code }, ctx: { access } }) => {
    await deleteOrgUnit(setterOf(access), code);
    revalidatePath(`/${org}`, "layout");
    redirect(`/${org}/setup/org-units`);
  });
