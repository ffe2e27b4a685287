import { z } from "zod";
import type { Role } from "@/lib/access/policy";
import { database } from "@/lib/database/client";

/** Somebody with a role in the organisation. */
export type Person = {
  id: string;
  name: string;
  email: string;
  isDisabled: boolean;
  roles: Role[];
  orgUnits: { id: string; name: string }[];
};

/** Everybody with a role in the organisation, by name. */
export async function listPeople(organisationId: string): Promise<Person[]> {
  return findPeople(organisationId, {});
}

/** One person with a role in the organisation, or null. */
export async function findPerson(organisationId: string, userId: string): Promise<Person | null> {
  if (!z.uuid().safeParse(userId).success) return null;
  return (await findPeople(organisationId, { id: userId }))[0] ?? null;
}

/** The organisation's org units to choose from, by place in the tree's order; the root stands for all. */
export async function listOrgUnitChoices(
  organisationId: string,
): Promise<{ id: string; name: string; isRoot: boolean }[]> {
  return database.orgUnit.findMany({
    where: { organisationId },
    orderBy: [{ isRoot: "desc" }, { position: "asc" }, { name: "asc" }],
    select: { id: true, name: true, isRoot: true },
  });
}

async function findPeople(organisationId: string, where: { id?: string }): Promise<Person[]> {
  const memberships = {
    where: { organisationId },
    orderBy: { role: "asc" },
    select: { role: true, orgUnits: { select: { orgUnit: { select: { id: true, name: true } } } } },
  } as const;
  const people = await database.user.findMany({
    where: { ...where, memberships: { some: { organisationId } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, email: true, disabledAt: true, memberships },
  });
  return people.map(({ id, name, email, disabledAt, memberships: held }) => ({
    id,
    name,
    email,
    isDisabled: disabledAt !== null,
    roles: held.map(({ role }) => role),
    orgUnits: held.flatMap(({ orgUnits }) => orgUnits.map(({ orgUnit }) => orgUnit)),
  }));
}
