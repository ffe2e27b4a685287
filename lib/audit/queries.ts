import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { timeZone } from "@/lib/language/model";
import { startOfDay, type AuditFilter, type AuditLine } from "./model";

/** The organisation's audit lines that fit, newest first, at most `most`. */
export async function searchAudit(organisationId: string, filter: AuditFilter, most: number): Promise<AuditLine[]> {
  const entries = await database.auditEntry.findMany({
    where: whereOf(organisationId, filter),
    orderBy: { sequence: "desc" },
    take: most,
  });
  const names = await namesOf(entries.flatMap(({ actorId }) => actorId ?? []));
  return entries.map(({ sequence, at, actorId, door, action, subject, detail, hash }) => ({
    sequence: sequence.toString(),
    at: at.toISOString(),
    actor: (actorId && names.get(actorId)) ?? null,
    door,
    action,
    subject,
    detail: JSON.stringify(detail),
    hash,
  }));
}

/** Whom and what one can narrow the trail to: the people and the rooms that occur in it. */
export async function auditChoices(
  organisationId: string,
): Promise<{ people: { id: string; name: string }[]; rooms: string[] }> {
  const [actors, actions] = await Promise.all([
    database.auditEntry.groupBy({ by: ["actorId"], where: { organisationId, actorId: { not: null } } }),
    database.auditEntry.groupBy({ by: ["action"], where: { organisationId } }),
  ]);
  const names = await namesOf(actors.flatMap(({ actorId }) => actorId ?? []));
  const people = [...names].map(([id, name]) => ({ id, name }));
  const rooms = new Set(actions.map(({ action }) => action.split(".")[0]!));
  return { people: people.sort((a, b) => a.name.localeCompare(b.name, "da")), rooms: [...rooms].sort() };
}

function whereOf(
  organisationId: string,
  { room, actorId, door, from, to, before }: AuditFilter,
): Prisma.AuditEntryWhereInput {
  return {
    organisationId,
    ...(room && { action: { startsWith: `${room}.` } }),
    ...(actorId && { actorId }),
    ...(door && { door }),
    ...(before && { sequence: { lt: before } }),
    at: {
      gte: from ? startOfDay(from, timeZone) : undefined,
      lt: to ? startOfDay(dayAfter(to), timeZone) : undefined,
    },
  };
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
