"use server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { getBeside, requireCell } from "@/lib/value/beside/queries";
import { beginDiscussion, continueDiscussion } from "./mutations";
import { findDiscussion } from "./queries";
import { actSchema, beginningSchema } from "./schema";

/** Begins a discussion about a value; answers with everything beside it. */
export const startDiscussion = memberAction("discussion.write")
  .inputSchema(beginningSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { text, ...address }, ctx: { access } }) => {
    const cell = await requireCell(access, address);
    const speaker = { organisationId: access.organisation.id, actorId: access.user.id };
    await beginDiscussion(database, speaker, cell, text);
    return getBeside(access, cell);
  });

/** Answers, resolves or reopens a discussion; answers with everything beside its value. */
export const speak = memberAction("discussion.write")
  .inputSchema(actSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { id, act, text, seen }, ctx: { access } }) => {
    const cell = await findDiscussion(access.organisation.id, id);
    if (!cell) throw new Refusal("access.notFound");
    requireOrgUnit(access, cell.orgUnitId);
    const speaker = { organisationId: access.organisation.id, actorId: access.user.id };
    await continueDiscussion(database, speaker, id, { act, text, seen });
    return getBeside(access, cell);
  });
