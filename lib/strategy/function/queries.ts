import { database } from "@/lib/database/client";

/** A specialist function as it is set up, with the people in it. */
export type FunctionSetup = { id: string; code: string; name: string; memberIds: string[] };

/** Every specialist function, in order. */
export async function getFunctions(organisationId: string): Promise<FunctionSetup[]> {
  const rows = await database.specialistFunction.findMany({
    where: { organisationId },
    include: { members: { select: { userId: true } } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ id, code, name, members }) => ({
    id,
    code,
    name,
    memberIds: members.map(({ userId }) => userId),
  }));
}

/** The people with a role in the organisation, by name. */
export async function getColleagues(organisationId: string): Promise<{ id: string; name: string }[]> {
  return database.user.findMany({
    where: { disabledAt: null, memberships: { some: { organisationId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** A name in both languages, to edit. */
export type BothNames = { nameDa: string; nameEn: string };

/** The strategy in both languages, to edit (null before it is set), and by id the names of its goals and tracks. */
export async function getStrategySetup(organisationId: string) {
  const named = { where: { organisationId }, select: { id: true, nameDa: true, nameEn: true } };
  const [given, goals, tracks] = await Promise.all([
    database.strategy.findUnique({
      where: { organisationId },
      select: { nameDa: true, nameEn: true, adoptedYear: true, centralFunction: true },
    }),
    database.strategyGoal.findMany(named),
    database.track.findMany(named),
  ]);
  const names = new Map<string, BothNames>([...goals, ...tracks].map(({ id, ...both }) => [id, both]));
  return { given, names };
}

/** The org units a requirement can be set for. */
export async function getUnitChoices(organisationId: string): Promise<{ id: string; name: string }[]> {
  return database.orgUnit.findMany({
    where: { organisationId, isRoot: false },
    select: { id: true, name: true },
    orderBy: { position: "asc" },
  });
}
