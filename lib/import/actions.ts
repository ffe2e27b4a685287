"use server";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { pool } from "@/lib/database/pool";
import { stopImport, workOffImports } from "@/lib/operation/import-queue";
import { cancelImport, reopenMapping, startImport, startUndo } from "./batch/mutations";
import { getImport, ownOnly } from "./batch/queries";
import { changeMapping } from "./mapping/mutations";
import { mappingSchema } from "./mapping/schema";
import { answerQuestions } from "./question/mutations";
import { answersOf, answersSchema } from "./question/schema";
import { importSchema } from "./schema";

/** Keeps how the file is to be read; with other headings the columns are found anew, else the difference is worked out. */
export const mapImport = memberAction("value.import")
  .inputSchema(mappingSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: fields, ctx: { access } }) => {
    const own = await getImport(pool(), access.organisation.id, String(fields.id), ownOnly(access));
    if (
      !own?.plan ||
      !own.look ||
      !(await changeMapping(
        pool(),
        access.organisation.id,
        { id: own.id, plan: own.plan, look: own.look, name: own.name, reach: access.orgUnitIds },
        fields,
      ))
    )
      throw new Refusal("import.elsewhere");
    workOffImports();
    redirect(`/${access.organisation.slug}/import/${own.id}`);
  });

/** Keeps why unusual figures are right nevertheless. */
export const answer = memberAction("value.import")
  .inputSchema(answersSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: fields, ctx: { access } }) => {
    const own = await getImport(pool(), access.organisation.id, fields.id, ownOnly(access));
    if (!own || !(await answerQuestions(pool(), access.organisation.id, own.id, answersOf(fields), fields.others)))
      throw new Refusal("import.elsewhere");
    redirect(`/${access.organisation.slug}/import/${own.id}?show=questioned`);
  });

/** Writes the figures of a previewed import. */
export const confirmImport = memberAction("value.import")
  .inputSchema(importSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { id }, ctx: { access } }) => {
    const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
    if (!own || !(await startImport(pool(), access.organisation.id, id, access.user.id, access.orgUnitIds)))
      throw new Refusal("import.elsewhere");
    workOffImports();
    redirect(`/${access.organisation.slug}/import/${id}`);
  });

/** Takes an import back. */
export const undo = memberAction("value.import")
  .inputSchema(importSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { id }, ctx: { access } }) => {
    const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
    if (!own || !(await startUndo(pool(), access.organisation.id, id, access.user.id, access.orgUnitIds)))
      throw new Refusal("import.elsewhere");
    workOffImports();
    redirect(`/${access.organisation.slug}/import/${id}`);
  });

/** Gives an import up; what is being written is finished first, and can then be taken back. */
export const cancel = memberAction("value.import")
  .inputSchema(importSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { id }, ctx: { access } }) => {
    const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
    if (!own) throw new Refusal("access.notFound");
    await stopImport(id);
    if (!(await cancelImport(pool(), access.organisation.id, id))) throw new Refusal("import.elsewhere");
    redirect(`/${access.organisation.slug}/import/${id}`);
  });

/** Goes back from the preview to the mapping. */
export const changeMappingAgain = memberAction("value.import")
  .inputSchema(importSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { id }, ctx: { access } }) => {
    const own = await getImport(pool(), access.organisation.id, id, ownOnly(access));
    if (!own || !(await reopenMapping(pool(), access.organisation.id, id))) throw new Refusal("import.elsewhere");
    redirect(`/${access.organisation.slug}/import/${id}`);
  });
