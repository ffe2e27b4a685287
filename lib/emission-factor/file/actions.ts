"use server";
import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { addFactors } from "@/lib/emission-factor/mutations";
import { factorFileSchema } from "@/lib/emission-factor/schema";
import { sayer } from "@/lib/language/saying/model";
import { judgeFactorFile } from "./queries";

/** Says what a file of factors would add, line by line, and adds nothing. */
export const previewFactorFile = memberAction("factor.edit")
  .inputSchema(factorFileSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { csv }, ctx: { access } }) => {
    const { lines, refusal } = await judgeFactorFile(access.organisation.id, csv, await getLocale());
    if (refusal) throw new Refusal(refusal.code, refusal.values, refusal.field);
    const say = sayer(await getTranslations());
    return {
      lines: lines.map(({ refusals, ...line }) => ({
        ...line,
        refusals: refusals.map(({ code, field, values }) => ({ field, message: say(code, values) })),
      })),
    };
  });

/** Adds what a file of factors says, all of it or, when a line is refused, nothing. */
export const importFactorFile = memberAction("factor.edit")
  .inputSchema(factorFileSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, csv }, ctx: { access } }) => {
    const { id } = access.organisation;
    const { lines, additions, refusal } = await judgeFactorFile(id, csv, await getLocale());
    if (refusal) throw new Refusal(refusal.code, refusal.values, refusal.field);
    if (lines.some(({ what }) => what === "refused")) throw new Refusal("factor.fileRefused", {}, "csv");
    if (additions.length > 0) await addFactors({ organisationId: id, id: access.user.id }, additions, "import");
    revalidatePath(`/${org}/factors`, "layout");
    redirect(`/${org}/factors`);
  });
