/** Accounts of a test's own: invited and accepted as people do it, so that the shared ones keep their sessions and passwords. */
import type { APIRequestContext } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { actionNamed } from "./build";
import { demoRows } from "./demo-facts";
import { call, redirectOf, type Answer } from "./wire";

/** Somebody who exists for one test. */
export type Newcomer = { email: string; password: string };

const PASSWORD = "kaffe under trappen 7";

/** The path of a one-time link to a role at Aleris, a contributor's for the org units of those codes. `admin`: requests of the administrator. */
export async function invite(
  admin: APIRequestContext,
  { email, role = "manager", orgUnits = [] }: { email: string; role?: string; orgUnits?: string[] },
): Promise<string> {
  const ids = await demoRows<{ id: string }>(
    `select u.id from "OrgUnit" u join "Organisation" o on o.id = u."organisationId" where o.slug = 'aleris' and u.code = any ($1)`,
    [orgUnits],
  );
  const input = { org: "aleris", name: "Ny Bruger", email, role, orgUnits: ids.map(({ id }) => id) };
  const { body } = await call(admin, actionNamed("inviteSomebody"), "/aleris/users/invite", [{}, input]);
  const link = /\/invitation\/[\w-]{43}/.exec(body)?.[0];
  if (!link) throw new Error(`No link for ${email}: ${body.slice(0, 500)}`);
  return link;
}

/** Makes an account, whose sign-in `request` then carries. */
export async function arrive(
  admin: APIRequestContext,
  request: APIRequestContext,
  more: { role?: string; orgUnits?: string[] } = {},
): Promise<Newcomer> {
  const email = `${randomUUID()}@tests.example`;
  const link = await invite(admin, { email, ...more });
  const accepted = await call(request, actionNamed("accept"), link, [
    {},
    { token: link.split("/").at(-1), name: "Ny Bruger", password: PASSWORD },
  ]);
  if (redirectOf(accepted) !== "/aleris") throw new Error(`${email} could not accept: ${accepted.body.slice(0, 500)}`);
  return { email, password: PASSWORD };
}

/** Tries to sign in as a program does. */
export function signIn(request: APIRequestContext, { email, password }: Newcomer, next = "/account"): Promise<Answer> {
  return call(request, actionNamed("signIn"), "/sign-in", [{}, { email, password, next }]);
}

/** Whether the sign-in that the request carries is good. */
export async function isSignedIn(request: APIRequestContext): Promise<boolean> {
  return (await request.get("/account", { maxRedirects: 0 })).status() === 200;
}
