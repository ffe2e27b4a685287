import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { KpiRow } from "@/lib/evaluation/queries";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { workOut, type WorkedOut } from "../effect/queries";
import type { Subject } from "../model";
import { holdFigures, recordRestatement, restatementLimits, type Author, type RestatedRow } from "../record/mutations";

/** What somebody wants to restate, other than one value: where it holds, what it says before and after, and how it is written. */
export type Plan = {
  /** First and last year it may hold for; the published ones among them are restated. */
  years: [number, number];
  row: Omit<RestatedRow, "fromYear" | "toYear" | "toVersion">;
  subjectOf: (kpis: KpiRow[]) => Subject;
  /** Writes it for the published years, once its restatement is there; in the name of whoever restates. */
  write: (tx: Prisma.TransactionClient, published: number[], actorId: string) => Promise<void>;
  /** What the audit trail says was done. */
  act: { action: string; detail: Prisma.InputJsonObject };
};

/** Reads a plan from what is stored; asked again in the transaction that writes it. Refuses what cannot be restated. */
export type Planner = (reader: Prisma.TransactionClient) => Promise<Plan>;

/** Works out what a plan would do to every figure; nothing is written. Refuses `restatement.notPublished`. */
export async function previewPlan(organisationId: string, planner: Planner): Promise<WorkedOut> {
  const { years, subjectOf } = await planner(database);
  const worked = await workOut(organisationId, subjectOf);
  if (!worked.publishedYears.some((year) => year >= years[0] && year <= years[1]))
    throw new Refusal("restatement.notPublished", { year: String(years[1]) });
  return worked;
}

/**
 * Restates what a plan says: the restatement with its effects, what it changes and the audit entry are one
 * transaction. `previewed` is the digest of the effects that were shown. Returns the restatement's id. Refuses
 * `restatement.notPublished`, `restatement.changedSince`, and what the planner refuses.
 */
export async function restatePlan(author: Author, planner: Planner, previewed: string): Promise<string> {
  const { organisationId, actorId } = author;
  const asked = await planner(database);
  return database.$transaction(async (tx) => {
    // The years first, as every save takes them; then read again what may have changed meanwhile.
    const published = await holdFigures(tx, organisationId, asked.years);
    const { years, row, subjectOf, write, act } = await planner(tx);
    if (years.join() !== asked.years.join()) throw new Refusal("restatement.changedSince");
    const worked = await workOut(organisationId, subjectOf, tx);
    const held = { ...row, fromYear: Math.min(...published), toYear: Math.max(...published) };
    return recordRestatement(tx, author, held, worked, previewed, async (restatementId) => {
      await write(tx, published, actorId);
      await raiseDataVersion(tx, organisationId);
      await recordAudit(tx, { organisationId, actorId, door: "page", subject: restatementId, ...act });
    });
  }, restatementLimits);
}
