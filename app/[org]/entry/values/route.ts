import { takesJson } from "@/lib/access/json-route";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { database } from "@/lib/database/client";
import { saveGathered } from "@/lib/value/gathering/mutations";
import { mostBytes, saveCellsSchema } from "@/lib/value/schema";

/**
 * Saves a block of cells of one org unit, each decided by itself, and answers for each in the order given. A
 * contributor reaches the own org units only, and the organisation's own values when an administrator gave the root.
 * A route and not an action: what Next.js does around an action takes longer than the save.
 */
export const POST = takesJson(
  { permission: "value.save", schema: saveCellsSchema, mostBytes },
  async ({ orgUnitId, year, cells }, access) => {
    requireOrgUnit(access, orgUnitId);
    const block = cells.map((cell) => ({ year, ...cell, orgUnitId }));
    return saveGathered(database, { organisationId: access.organisation.id, actorId: access.user.id, cells: block });
  },
);
