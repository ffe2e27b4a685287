import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import { hashNewPassword } from "@/lib/session/password/hash";
import { createPerson, giveRole } from "../mutations";

/** What the set-up page asks for. */
export type Setup = {
  organisation: string;
  slug: string;
  name: string;
  email: string;
  password: string;
  locale?: Locale;
};

/**
 * Makes the first administrator and organisation, with its root org unit and the year's reporting period. Refuses
 * `user.setupOver` as soon as anybody has an account, also when two try at once. Answers whom and what it made.
 */
export async function setUp(setup: Setup, year: number): Promise<{ organisationId: string; actorId: string }> {
  const hashedPassword = await hashNewPassword(setup.password, [
    setup.email,
    setup.name,
    setup.organisation,
    setup.slug,
  ]);
  return database.$transaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('set up', 0))::text`;
    if (await tx.user.count()) throw new Refusal("user.setupOver");
    const organisationId = await createOrganisation(tx, { name: setup.organisation, slug: setup.slug, year });
    const userId = await createPerson(tx, {
      name: setup.name,
      email: setup.email,
      hashedPassword,
      locale: setup.locale,
    });
    await giveRole(tx, organisationId, userId, "administrator", []);
    await recordAudit(tx, {
      organisationId,
      actorId: userId,
      door: "page",
      action: "organisation.setUp",
      subject: setup.slug,
    });
    return { organisationId, actorId: userId };
  });
}

/** Makes an organisation with its root org unit and a first reporting year, and returns its id. */
export async function createOrganisation(
  tx: Prisma.TransactionClient,
  { name, slug, year }: { name: string; slug: string; year: number },
): Promise<string> {
  const { id: organisationId } = await tx.organisation.create({ data: { slug, name }, select: { id: true } });
  await tx.orgUnit.create({ data: { organisationId, code: slug, name, isRoot: true }, select: { id: true } });
  await tx.reportingPeriod.create({ data: { organisationId, year }, select: { year: true } });
  return organisationId;
}
