"use server";
import { memberAction } from "@/lib/access/action";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { database } from "@/lib/database/client";
import { confirmFigures } from "./mutations";
import { confirmFiguresSchema } from "./schema";

/** Stores why unusual figures of one org unit stand; answers for each in the order given. */
export const confirmCells = memberAction("value.save")
  .inputSchema(confirmFiguresSchema)
  .action(async ({ ctx: { access }, parsedInput: { orgUnitId, answers } }) => {
    requireOrgUnit(access, orgUnitId);
    return confirmFigures(database, {
      organisationId: access.organisation.id,
      actorId: access.user.id,
      orgUnitId,
      answers,
    });
  });
