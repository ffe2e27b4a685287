import "server-only";
import { headers } from "next/headers";
import { createSafeActionClient, flattenValidationErrors } from "next-safe-action";
import { getTranslations } from "next-intl/server";
import { knownMessage } from "@/lib/language/saying/model";
import { currentSession } from "@/lib/session/current";
import { inWords } from "./message";
import { accessTo } from "./model";
import { isOwnOrigin } from "./origin";
import { may, type Permission } from "./policy";
import { countWrite } from "./rate";
import { Refusal, type FieldErrors } from "./refusal";

/**
 * Server actions that need nobody signed in (signing in, the first administrator, an invitation): own origin only,
 * and whatever goes wrong comes back as `serverError: { code, message, field }`.
 */
export const publicAction = createSafeActionClient({
  defaultValidationErrorsShape: "flattened",
  handleServerError: (error) => inWords(error, "action"),
}).use(async ({ next }) => {
  if (!isOwnOrigin((await headers()).get("origin"))) throw new Refusal("access.foreignOrigin");
  return next();
});

/** Server actions of whoever is signed in, with `ctx.signedIn`; no organisation is concerned. */
export const signedInAction = publicAction.use(async ({ next }) => {
  const signedIn = await currentSession();
  if (!signedIn) throw new Refusal("access.signedOut");
  await countWrite(signedIn.user.id);
  return next({ ctx: { signedIn } });
});

/**
 * Server actions of an organisation, with `ctx.access`. Every input carries `org`, the organisation's slug. Who is
 * asking is settled before the input is looked at, so that a refusal tells nothing about either.
 */
export const memberAction = (permission: Permission) =>
  signedInAction.use(async ({ next, clientInput, ctx }) => {
    const access = accessTo(ctx.signedIn, slugIn(clientInput));
    if (!access || !may(access.roles, permission)) throw new Refusal("access.notFound");
    return next({ ctx: { access } });
  });

function slugIn(input: unknown): string {
  const slug = input instanceof FormData ? input.get("org") : (input as { org?: unknown } | null | undefined)?.org;
  return typeof slug === "string" ? slug : "";
}

/**
 * For `.inputSchema(schema, { handleValidationErrorsShape: spelledOut })`: a schema's messages are codes
 * ("user.nameMissing"); this turns them into words. A message without a code becomes the general one.
 */
export async function spelledOut(errors: object): Promise<FieldErrors> {
  const t = await getTranslations();
  const say = (code: string) =>
    (/^[a-z]+\.[A-Za-z.]+$/.test(code) ? knownMessage(t, code) : null) ?? t("access.invalid");
  const { formErrors, fieldErrors }: { formErrors: string[]; fieldErrors: Record<string, string[] | undefined> } =
    flattenValidationErrors(errors);
  const fields = Object.entries(fieldErrors).map(([field, codes]) => [field, (codes ?? []).map(say)] as const);
  return { formErrors: formErrors.map(say), fieldErrors: Object.fromEntries(fields) };
}
