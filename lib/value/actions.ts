"use server";
import { memberAction } from "@/lib/access/action";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { database } from "@/lib/database/client";
import { saveGathered } from "./gathering/mutations";
import { saveCellsSchema } from "./schema";

/**
 * Saves a block of cells of one org unit, each decided by itself, and answers for each in the order given. A
 * contributor reaches the own org units only, and the organisation's own values when an administrator gave the root.
 */
export const saveCells = memberAction("value.save")
  .inputSchema(saveCellsSchema)
  .action(async ({ ctx: { access }, parsedInput: { orgUnitId, year, cells } }) => {
    requireOrgUnit(access, orgUnitId);
    const block = cells.map((cell) => ({ year, ...cell, orgUnitId }));
    return saveGathered(database, { organisationId: access.organisation.id, actorId: access.user.id, cells: block });
  });
