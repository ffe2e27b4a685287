import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { appOrigin, isHttps } from "@/lib/access/origin";
import { recordAudit, recordSignIn } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { IDLE_MINUTES, LONGEST_HOURS, sessionCookie } from "./model";
import { hashPassword, isPassword } from "./password/hash";
import { MOST_PASSWORD_UNITS } from "./password/model";
import { authSecret } from "./secret";

/**
 * The sign-in library, without its own HTTP handler: our server actions call `auth().api`. It keeps passwords and
 * starts and ends sessions; reading them on every request is `findSession`. Made at first use, because the secret
 * is known at run time only, not while building.
 */
export const auth = () => (made ??= make());

let made: ReturnType<typeof make> | undefined;

function make() {
  return betterAuth({
    baseURL: appOrigin(),
    secret: authSecret(),
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(database, { provider: "postgresql", transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // In UTF-16 units, just to bound the work; the rules for new passwords are in password/model.ts.
      minPasswordLength: 1,
      maxPasswordLength: MOST_PASSWORD_UNITS,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    user: { additionalFields: { disabledAt: { type: "date", required: false, input: false, returned: false } } },
    // The cookie lives as long as a session can; the idle limit is kept in the database (below, and in findSession).
    session: { expiresIn: LONGEST_HOURS * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: startSession } } },
    advanced: {
      database: { generateId: "uuid" },
      ipAddress: { disableIpTracking: true },
      // The name carries its own prefix: the library knows __Secure- only, not the stricter __Host-.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isHttps(), path: "/" },
      cookies: { session_token: { name: sessionCookie() } },
    },
    plugins: [nextCookies()],
  });
}

/** Sets the idle limit of a new session, audits it beforehand, here and in each of the person's organisations, so that none goes unrecorded, and refuses one to whoever is disabled. */
async function startSession(session: { userId: string }) {
  const user = await database.user.findUnique({ where: { id: session.userId }, select: { disabledAt: true } });
  if (!user || user.disabledAt) return false;
  await recordAudit(database, { organisationId: null, actorId: session.userId, door: "page", action: "session.start" });
  await recordSignIn(database, session.userId);
  return { data: { expiresAt: new Date(Date.now() + IDLE_MINUTES * 60_000) } };
}
