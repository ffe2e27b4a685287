"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { saveExplanation } from "./mutations";
import { explanationInput } from "./schema";

/** Saves how the report explains a restatement, in both languages. */
export const explainRestatement = memberAction("report.edit")
  .inputSchema(explanationInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, blockId, seen, textDa, textEn }, ctx: { access } }) => {
    const explaining = { organisationId: access.organisation.id, actorId: access.user.id };
    const result = await saveExplanation({ ...explaining, restatementId: blockId, seen }, { textDa, textEn });
    if (result.outcome === "gone") throw new Refusal("access.notFound");
    if (result.outcome === "saved") revalidatePath(`/${org}/reports`, "layout");
    return result;
  });
