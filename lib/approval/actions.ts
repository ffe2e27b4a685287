"use server";
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import type { Access } from "@/lib/access/model";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { database } from "@/lib/database/client";
import { getBeside, requireCell } from "@/lib/value/beside/queries";
import type { VerdictKind, VerdictRefusal } from "./model";
import { requireGiven, sayVerdict, type Saying } from "./mutations";
import { cellSubmitSchema, cellVerdictSchema, chosenSchema, judgeSchema, scopeSchema } from "./schema";

/** Says that chosen values are finished; a contributor's own org units only. */
export const submitValues = memberAction("value.submit")
  .inputSchema(chosenSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, cells, comment }, ctx: { access } }) => {
    for (const { orgUnitId } of cells) requireOrgUnit(access, orgUnitId);
    return said(access, org, { year, comment, verdict: "submitted", of: { cells } });
  });

/** Approves chosen values, or sends them back with a word why. */
export const judgeValues = memberAction("value.approve")
  .inputSchema(judgeSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(({ parsedInput: { org, year, cells, verdict, comment }, ctx: { access } }) =>
    said(access, org, { year, comment, verdict, of: { cells } }),
  );

/** Approves everything that waits in a year, in an org unit, a pillar, or both. */
export const approveScope = memberAction("value.approve")
  .inputSchema(scopeSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(({ parsedInput: { org, year, unit, pillar, seenAt }, ctx: { access } }) =>
    said(access, org, {
      year,
      comment: "",
      verdict: "approved",
      of: { scope: { orgUnitId: unit, pillarCode: pillar, seenAt } },
    }),
  );

/** Says that one value is finished; answers with everything beside it. */
export const submitCell = memberAction("value.submit")
  .inputSchema(cellSubmitSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, seen, comment, ...address }, ctx: { access } }) => {
    const { year, ...cell } = await requireCell(access, address);
    await said(access, org, { year, comment, verdict: "submitted", of: { cells: [{ ...cell, version: seen }] } });
    return getBeside(access, { year, ...cell });
  });

/** Approves one value or sends it back; answers with everything beside it. */
export const judgeCell = memberAction("value.approve")
  .inputSchema(cellVerdictSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, seen, verdict, comment, ...address }, ctx: { access } }) => {
    const { year, ...cell } = await requireCell(access, address);
    await said(access, org, { year, comment, verdict, of: { cells: [{ ...cell, version: seen }] } });
    return getBeside(access, { year, ...cell });
  });

async function said(
  access: Access,
  org: string,
  what: Pick<Saying, "year" | "comment" | "of"> & { verdict: VerdictKind },
) {
  const outcome = await sayVerdict(database, {
    ...what,
    organisationId: access.organisation.id,
    actorId: access.user.id,
    reach: access.orgUnitIds,
    door: "page",
  });
  const { given, refused } = requireGiven(outcome);
  revalidatePath(`/${org}`, "layout");
  const t = await getTranslations("approval");
  return {
    done: t(`done.${what.verdict}`, { count: given }),
    refused: Object.entries(refused).map(([reason, count]) => t(`refusal.${reason as VerdictRefusal}`, { count })),
  };
}
