import { isAPIError } from "better-auth/api";
import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { auth } from "./auth";
import { countTry, forgetTries } from "./lock-out/mutations";
import { LONGEST_HOURS } from "./model";
import { hashNewPassword, isPassword } from "./password/hash";

/**
 * Signs in: starts a session and sets its cookie (in a request; the headers are also returned). Refuses a wrong
 * password, an unknown, disabled or locked account all with `access.wrong`.
 */
export async function startSession(email: string, password: string): Promise<Headers> {
  const { isLocked, isLast } = await countTry(email);
  if (isLocked) throw new Refusal("access.wrong");
  try {
    const { headers } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true });
    await forgetTries(email);
    await clearEnded();
    return headers;
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    if (isLast) await recordLock(email);
    throw new Refusal("access.wrong");
  }
}

/** Signs out: every session of the person ends, also on other devices. */
export async function endSessions(userId: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await endSessionsOf(tx, userId, null);
    await recordAudit(tx, { organisationId: null, actorId: userId, door: "page", action: "session.end" });
  });
}

/** Changes one's own password and ends all one's other sessions. Refuses a wrong present password at the field `current`, a weak new one at `password`. */
export async function changePassword(
  user: { id: string; email: string; name: string },
  sessionId: string,
  current: string,
  password: string,
): Promise<void> {
  const hashed = await hashNewPassword(password, [user.email, user.name]);
  const accountId = await confirmPassword(user, current, "current");
  await database.$transaction(async (tx) => {
    await tx.account.update({ where: { id: accountId }, data: { password: hashed }, select: { id: true } });
    await endSessionsOf(tx, user.id, sessionId);
    await recordAudit(tx, { organisationId: null, actorId: user.id, door: "page", action: "session.passwordChange" });
  });
}

/** Checks a person's present password, counted like a try to sign in, and returns the account it belongs to. Refuses `access.currentWrong` at `field`. */
export async function confirmPassword(
  user: { id: string; email: string },
  password: string,
  field: string,
): Promise<string> {
  const { isLocked, isLast } = await countTry(user.email);
  const account = await database.account.findFirst({
    where: { userId: user.id, providerId: "credential", user: { disabledAt: null } },
    select: { id: true, password: true },
  });
  if (isLocked || !account?.password || !(await isPassword(account.password, password))) {
    if (isLast) await recordLock(user.email);
    throw new Refusal("access.currentWrong", {}, field);
  }
  await forgetTries(user.email);
  return account.id;
}

/** Ends every session of a person but the one named: whatever they were allowed a moment ago no longer counts. */
export async function endSessionsOf(
  tx: Prisma.TransactionClient,
  userId: string,
  exceptId: string | null,
): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(exceptId && { id: { not: exceptId } }) } });
}

async function recordLock(email: string): Promise<void> {
  const account = await database.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  await recordAudit(database, {
    organisationId: null,
    actorId: null,
    door: "page",
    action: "session.lock",
    subject: account?.id ?? "no such account",
  });
}

async function clearEnded(): Promise<void> {
  const oldest = new Date(Date.now() - LONGEST_HOURS * 3_600_000);
  await database.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: new Date() } }, { createdAt: { lt: oldest } }] },
  });
}
