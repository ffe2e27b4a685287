import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";

/**
 * Holds the administrators of an organisation still until the transaction ends: whatever takes an administrator away
 * comes one after the other. Refuses with `access.notFound` when the actor is none any more, because somebody else
 * was faster.
 */
export async function holdAdministrators(
  tx: Prisma.TransactionClient,
  organisationId: string,
  actorId: string,
): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('administrators ' || ${organisationId}, 0))::text`;
  if (!(await countAdministrators(tx, organisationId, { id: actorId }))) throw new Refusal("access.notFound");
}

/** Refuses with `user.lastAdministrator` when the organisation is left without an administrator who can sign in. */
export async function requireAdministrator(tx: Prisma.TransactionClient, organisationId: string): Promise<void> {
  if (!(await countAdministrators(tx, organisationId, {}))) throw new Refusal("user.lastAdministrator");
}

function countAdministrators(
  tx: Prisma.TransactionClient,
  organisationId: string,
  user: Prisma.UserWhereInput,
): Promise<number> {
  return tx.membership.count({ where: { organisationId, role: "administrator", user: { ...user, disabledAt: null } } });
}
