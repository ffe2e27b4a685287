"use server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { getBeside, requireCell } from "@/lib/value/beside/queries";
import { restoringRefusal } from "./model";
import { restoreRevision } from "./mutations";
import { restoringSchema } from "./schema";

/** Brings an earlier revision of a value back; answers with everything beside it. */
export const restoreValue = memberAction("value.restore")
  .inputSchema(restoringSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { version, seen, ...address }, ctx: { access } }) => {
    const cell = await requireCell(access, address);
    const actor = { organisationId: access.organisation.id, actorId: access.user.id, door: "page" as const };
    const refused = restoringRefusal(await restoreRevision(database, actor, cell, { version, seen }));
    if (refused) throw new Refusal(refused);
    return getBeside(access, cell);
  });
