import { randomBytes } from "node:crypto";
import type { Role } from "@/lib/access/policy";
import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { confirmPassword, endSessionsOf } from "@/lib/session/mutations";
import { hashNewPassword } from "@/lib/session/password/hash";
import { holdAdministrators } from "../administrator/mutations";
import { createPerson, giveRole, requireOrgUnits } from "../mutations";
import { INVITATION_DAYS } from "./model";
import { findInvitation, hashOf } from "./queries";

/** What an administrator fills in to invite somebody. */
export type Invite = { name: string; email: string; role: Role; orgUnitIds: readonly string[] };

/** Makes an invitation and returns the secret of its link, which is kept nowhere. An open one to the same address dies. */
export async function invite(
  actor: { organisationId: string; id: string },
  { name, email, role, orgUnitIds }: Invite,
): Promise<string> {
  const { organisationId } = actor;
  const token = randomBytes(32).toString("base64url");
  const units = role === "contributor" ? [...new Set(orgUnitIds)] : [];
  await database.$transaction(async (tx) => {
    await holdAdministrators(tx, organisationId, actor.id);
    if (role === "contributor") await requireOrgUnits(tx, organisationId, units);
    if (await tx.membership.count({ where: { organisationId, role, user: { email } } }))
      throw new Refusal("user.hasRole", {}, "email");
    await tx.invitation.deleteMany({ where: { organisationId, email, usedAt: null } });
    const expiresAt = new Date(Date.now() + INVITATION_DAYS * 24 * 3_600_000);
    const { id } = await tx.invitation.create({
      data: { organisationId, tokenHash: hashOf(token), name, email, role, expiresAt, createdBy: actor.id },
      select: { id: true },
    });
    await tx.invitationOrgUnit.createMany({
      data: units.map((orgUnitId) => ({ organisationId, invitationId: id, orgUnitId })),
    });
    await recordAudit(tx, {
      organisationId,
      actorId: actor.id,
      door: "page",
      action: "user.invite",
      subject: id,
      detail: { role, orgUnits: units },
    });
  });
  return token;
}

/** Takes an open invitation back: its link is dead. */
export async function withdrawInvitation(
  actor: { organisationId: string; id: string },
  invitationId: string,
): Promise<void> {
  const { organisationId } = actor;
  await database.$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({ where: { id: invitationId, organisationId, usedAt: null } });
    if (count === 0) throw new Refusal("access.notFound");
    await recordAudit(tx, {
      organisationId,
      actorId: actor.id,
      door: "page",
      action: "user.withdrawInvitation",
      subject: invitationId,
    });
  });
}

/**
 * Uses an invitation, once: makes the account with the chosen name and password, or gives the role to the account
 * that exists when the password is its own. Returns the address to sign in with and the organisation's slug.
 * Refuses `user.invitationOver` for a link that is used, withdrawn, too old or never was.
 */
export async function acceptInvitation(
  token: string,
  { name, password, locale }: { name?: string | undefined; password: string; locale?: Locale },
): Promise<{ email: string; slug: string }> {
  const invitation = await findInvitation(token, new Date());
  if (!invitation) throw new Refusal("user.invitationOver");
  const { organisation, email, account } = invitation;
  if (account) await confirmPassword({ id: account.id, email }, password, "password");
  const hashedPassword = account ? null : await hashNewPassword(password, [email, name ?? "", organisation.name]);
  await database.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (count === 0) throw new Refusal("user.invitationOver");
    const userId =
      account?.id ??
      (await createPerson(tx, { name: name ?? invitation.name, email, hashedPassword: hashedPassword!, locale }));
    await giveRole(tx, organisation.id, userId, invitation.role, invitation.orgUnitIds);
    await endSessionsOf(tx, userId, null);
    await recordAudit(tx, {
      organisationId: organisation.id,
      actorId: userId,
      door: "page",
      action: "user.acceptInvitation",
      subject: invitation.id,
      detail: { role: invitation.role },
    });
  });
  return { email, slug: organisation.slug };
}
