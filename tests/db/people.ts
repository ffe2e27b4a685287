/** People, organisations and sessions for the tests of signing in and of users. */
import { expect } from "vitest";
import { createOrganisation, createOrgUnits, createUser, grant } from "@/prisma/demo/factory";
import type { PrismaClient } from "@/lib/database/generated/client";
import type { Role } from "@/lib/access/policy";
import { findSession } from "@/lib/session/queries";
import { sessionCookie } from "@/lib/session/model";
import { startSession } from "@/lib/session/mutations";

export const goodPassword = "tolv trætte tårne";

process.env.AUTH_SECRET ??= "a secret of the tests, long enough";

/** An organisation with a root and two org units. */
export async function anOrganisation(database: PrismaClient, slug: string) {
  const { id, rootId } = await createOrganisation(database, { slug, name: `Organisation ${slug}` });
  const orgUnits = await createOrgUnits(database, id, ["North", "South"]);
  return { id, slug, rootId, north: orgUnits.get("North")!, south: orgUnits.get("South")! };
}

/** An organisation, another beside it, and who sets up the first. */
export async function twoOrganisations(database: PrismaClient, slug: string) {
  const [here, elsewhere] = [await anOrganisation(database, slug), await anOrganisation(database, `beside-${slug}`)];
  return { here, elsewhere, setter: { organisationId: here.id, actorId: "00000000-0000-4000-8000-000000000001" } };
}

/** What a refused write throws. */
export const refusal = (code: string) => expect.objectContaining({ name: "Refusal", code });

/** A person with a role and the password above. */
export async function aPerson(
  database: PrismaClient,
  name: string,
  organisationId: string | null,
  role: Role,
  orgUnitIds: string[] = [],
) {
  const email = `${name.toLowerCase()}@tests.example`;
  const id = await createUser(database, { name, email, password: goodPassword });
  if (organisationId) await grant(database, organisationId, id, role, orgUnitIds);
  return { id, name, email };
}

/** Signs in and returns the cookie's value, as the browser would send it. */
export async function cookieOf(email: string, password = goodPassword): Promise<string> {
  const headers = await startSession(email, password);
  const cookie = headers.getSetCookie().find((line) => line.startsWith(`${sessionCookie()}=`))!;
  return decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";")));
}

/** Whom signing in opens a session for; undefined: the session opens nothing. */
export async function signedInAs(email: string, password = goodPassword): Promise<string | undefined> {
  return (await findSession(await cookieOf(email, password)))?.user.id;
}

/** Signs in and returns who acts: person and session. */
export async function actorOf(email: string, organisationId: string) {
  const { sessionId, user } = (await findSession(await cookieOf(email)))!;
  return { organisationId, id: user.id, sessionId };
}
