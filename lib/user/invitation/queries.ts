import { createHash } from "node:crypto";
import type { Role } from "@/lib/access/policy";
import { database } from "@/lib/database/client";
import { isSecret } from "./model";

/** An invitation as whoever opens its link sees it. */
export type OpenInvitation = {
  id: string;
  organisation: { id: string; slug: string; name: string };
  email: string;
  name: string;
  role: Role;
  orgUnitIds: string[];
  account: { id: string } | null;
};

/** The invitation that belongs to the secret of a link, while it is unused and in time; else null. `account`: of somebody who has one already. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  if (!isSecret(token)) return null;
  const found = await database.invitation.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      organisation: { select: { id: true, slug: true, name: true } },
      orgUnits: { select: { orgUnitId: true } },
    },
  });
  if (!found) return null;
  const { orgUnits, ...invitation } = found;
  const account = await database.user.findUnique({ where: { email: found.email }, select: { id: true } });
  return { ...invitation, orgUnitIds: orgUnits.map(({ orgUnitId }) => orgUnitId), account };
}

/** Invitations of the organisation that are still open, the latest first. */
export async function listInvitations(
  organisationId: string,
  now: Date,
): Promise<{ id: string; name: string; email: string; role: Role; expiresAt: string }[]> {
  const open = await database.invitation.findMany({
    where: { organisationId, usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, email: true, role: true, expiresAt: true },
  });
  return open.map((invitation) => ({ ...invitation, expiresAt: invitation.expiresAt.toISOString() }));
}

/** What is kept of a link's secret. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
