import type { Role } from "@/lib/access/policy";
import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { endSessionsOf } from "@/lib/session/mutations";
import { holdAdministrators, requireAdministrator } from "./administrator/mutations";

/** Who changes an account: an administrator in a session. */
export type Actor = { organisationId: string; id: string; sessionId: string };

/** Makes an account with a password that is already hashed, and returns its id. */
export async function createPerson(
  tx: Prisma.TransactionClient,
  person: { name: string; email: string; hashedPassword: string; locale?: Locale | undefined },
): Promise<string> {
  const { hashedPassword, ...fields } = person;
  const { id } = await tx.user.create({ data: fields, select: { id: true } });
  await tx.account.create({
    data: { userId: id, accountId: id, providerId: "credential", password: hashedPassword },
    select: { id: true },
  });
  return id;
}

/** Gives a role, a contributor's with org units of the same organisation; a role held already gains the org units. */
export async function giveRole(
  tx: Prisma.TransactionClient,
  organisationId: string,
  userId: string,
  role: Role,
  orgUnitIds: readonly string[],
): Promise<void> {
  const key = { organisationId, userId, role };
  const { id } = await tx.membership.upsert({
    where: { organisationId_userId_role: key },
    create: key,
    update: {},
    select: { id: true },
  });
  if (role !== "contributor") return;
  await requireOrgUnits(tx, organisationId, orgUnitIds);
  await tx.membershipOrgUnit.createMany({
    data: orgUnitIds.map((orgUnitId) => ({ organisationId, membershipId: id, orgUnitId })),
    skipDuplicates: true,
  });
}

/**
 * Sets a person's roles in the organisation, none to take all away, and ends the person's other sessions. Refuses
 * `user.lastAdministrator`, `user.orgUnitsMissing` and, for a person without a role here, `access.notFound`.
 */
export async function changeRoles(
  actor: Actor,
  userId: string,
  roles: readonly Role[],
  orgUnitIds: readonly string[],
): Promise<void> {
  const { organisationId } = actor;
  await database.$transaction(async (tx) => {
    await holdAdministrators(tx, organisationId, actor.id);
    const before = await heldRoles(tx, organisationId, userId);
    await tx.membership.deleteMany({ where: { organisationId, userId } });
    for (const role of new Set(roles)) await giveRole(tx, organisationId, userId, role, orgUnitIds);
    await requireAdministrator(tx, organisationId);
    await endSessionsOf(tx, userId, userId === actor.id ? actor.sessionId : null);
    await recordAudit(tx, {
      organisationId,
      actorId: actor.id,
      door: "page",
      action: "user.changeRoles",
      subject: userId,
      detail: { before, after: [...roles], orgUnits: roles.includes("contributor") ? [...orgUnitIds] : [] },
    });
  });
}

/**
 * Closes an account: no session from this moment on. Refuses `user.lastAdministrator`, and `user.elsewhere` when the
 * person has a role in an organisation the actor does not administer, whose business the account is too.
 */
export async function disablePerson(actor: Actor, userId: string): Promise<void> {
  await setDisabled(actor, userId, new Date());
}

/** Opens a closed account again. */
export async function enablePerson(actor: Actor, userId: string): Promise<void> {
  await setDisabled(actor, userId, null);
}

async function setDisabled(actor: Actor, userId: string, disabledAt: Date | null): Promise<void> {
  await database.$transaction(async (tx) => {
    const held = await tx.membership.findMany({
      where: { userId },
      distinct: ["organisationId"],
      orderBy: { organisationId: "asc" },
      select: { organisationId: true },
    });
    if (!held.some(({ organisationId }) => organisationId === actor.organisationId))
      throw new Refusal("access.notFound");
    // In one order, so that two who hold several organisations do not wait for each other.
    for (const { organisationId } of held)
      await holdAdministrators(tx, organisationId, actor.id).catch(elsewhere(organisationId, actor));
    await tx.user.update({ where: { id: userId }, data: { disabledAt }, select: { id: true } });
    for (const { organisationId } of held) await requireAdministrator(tx, organisationId);
    await endSessionsOf(tx, userId, null);
    await recordAudit(tx, {
      organisationId: actor.organisationId,
      actorId: actor.id,
      door: "page",
      action: disabledAt ? "user.disable" : "user.enable",
      subject: userId,
    });
  });
}

function elsewhere(organisationId: string, actor: Actor) {
  return (error: unknown) => {
    if (error instanceof Refusal && organisationId !== actor.organisationId) throw new Refusal("user.elsewhere");
    throw error;
  };
}

async function heldRoles(tx: Prisma.TransactionClient, organisationId: string, userId: string): Promise<Role[]> {
  const held = await tx.membership.findMany({ where: { organisationId, userId }, select: { role: true } });
  if (held.length === 0) throw new Refusal("access.notFound");
  return held.map(({ role }) => role);
}

/** Refuses no org unit at all at its field, and one of another organisation as if it did not exist. */
export async function requireOrgUnits(
  tx: Prisma.TransactionClient,
  organisationId: string,
  orgUnitIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(orgUnitIds)];
  if (ids.length === 0) throw new Refusal("user.orgUnitsMissing", {}, "orgUnits");
  if ((await tx.orgUnit.count({ where: { organisationId, id: { in: ids } } })) !== ids.length)
    throw new Refusal("access.notFound");
}
