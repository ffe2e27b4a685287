import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";

/** Who sets up which organisation, and through which door; a page unless said otherwise. */
export type Setter = { organisationId: string; actorId: string; door?: "page" | "import" | "command" };

/** What was done, as the audit trail keeps it. */
export type Act = { action: string; subject: string; detail?: Prisma.InputJsonObject };

/**
 * Changes what an organisation's figures follow from, in one transaction with its line in the audit trail and a new
 * data version. Refuses `setup.taken` for a code or year that is there already, and `setup.published` for what the
 * database keeps because a published year rests on it; `setup.inUse` for what something else still names.
 */
export async function changeSetup(
  { organisationId, actorId, door = "page" }: Setter,
  job: (tx: Prisma.TransactionClient) => Promise<Act>,
  options?: { timeout: number },
): Promise<void> {
  await database
    .$transaction(async (tx) => {
      const act = await job(tx);
      await raiseDataVersion(tx, organisationId);
      await recordAudit(tx, { organisationId, actorId, door, ...act });
    }, options)
    .catch((error: unknown) => {
      throw refusalOf(error) ?? error;
    });
}

/** PostgreSQL's error classes that an administrator can mend. */
const refusals: Record<string, { code: string; field: string | null }> = {
  "23505": { code: "setup.taken", field: "code" },
  "23001": { code: "setup.published", field: null },
  "23503": { code: "setup.inUse", field: null },
  "23514": { code: "setup.contradiction", field: null },
};

function refusalOf(error: unknown): Refusal | null {
  const known = refusals[stateOf(error)];
  return known ? new Refusal(known.code, {}, known.field) : null;
}

/** The SQL state under Prisma's wrapping: a unique violation has a code of its own, others carry the driver's. */
function stateOf(error: unknown): string {
  const { code, meta, cause } = (error ?? {}) as { code?: string; meta?: Record<string, unknown>; cause?: unknown };
  if (code === "P2002") return "23505";
  const text = JSON.stringify([meta, cause, error instanceof Error ? error.message : ""]);
  // Prisma calls a refusal of the triggers a broken foreign key, too.
  return Object.keys(refusals).find((state) => text.includes(state)) ?? (code === "P2003" ? "23503" : "");
}
