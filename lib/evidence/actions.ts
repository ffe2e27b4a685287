"use server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { Refusal } from "@/lib/access/refusal";
import { withConnection } from "@/lib/database/pool";
import { getBeside } from "@/lib/value/beside/queries";
import { withdrawEvidence } from "./mutations";
import { findEvidence } from "./queries";
import { withdrawalSchema } from "./schema";

/** Takes evidence back, with a reason; answers with everything beside its value. */
export const takeBackEvidence = memberAction("evidence.withdraw")
  .inputSchema(withdrawalSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { id, reason }, ctx: { access } }) => {
    const found = await findEvidence(access.organisation.id, id);
    if (!found) throw new Refusal("access.notFound");
    requireOrgUnit(access, found.orgUnitId);
    const actor = { organisationId: access.organisation.id, actorId: access.user.id, door: "page" as const };
    await withConnection((sql) => withdrawEvidence(sql, actor, id, reason));
    return getBeside(access, found);
  });
