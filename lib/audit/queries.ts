import { database } from "@/lib/database/client";

/** One line of the audit trail, to read. */
export type AuditLine = {
  sequence: string;
  at: string;
  actor: string | null;
  door: string;
  action: string;
  subject: string;
};

/** The organisation's latest audit lines, newest first; actors by their present name, or null when erased or nobody. */
export async function latestAudit(organisationId: string, most: number): Promise<AuditLine[]> {
  const entries = await database.auditEntry.findMany({
    where: { organisationId },
    orderBy: { sequence: "desc" },
    take: most,
  });
  const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return entries.map(({ sequence, at, actorId, door, action, subject }) => ({
    sequence: sequence.toString(),
    at: at.toISOString(),
    actor: (actorId && names.get(actorId)) ?? null,
    door,
    action,
    subject,
  }));
}
