import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import type { Addition, FactorIdentity } from "./draft/model";

/** Who adds to an organisation's factors. */
export type Actor = { organisationId: string; id: string };

/**
 * Adds factors and versions, all or none, and tells the organisation's data apart from what was computed before.
 * Years that are published keep the versions they were published with. Refuses `factor.codeTaken` and, for a factor
 * of nobody's or another organisation's, `access.notFound`.
 */
export async function addFactors(actor: Actor, additions: Addition[], door: "page" | "import"): Promise<void> {
  const { organisationId } = actor;
  await database.$transaction(async (tx) => {
    const made = await createNew(tx, organisationId, additions);
    const ids = additions.map((one) => ("factorId" in one ? one.factorId : made.get(one.identity.code)!));
    const codes = await lockedCodes(tx, organisationId, ids);
    const last = await tx.emissionFactorVersion.groupBy({
      by: ["factorId"],
      where: { organisationId, factorId: { in: ids } },
      _max: { version: true },
    });
    const versions = new Map(last.map((row) => [row.factorId, row._max.version ?? 0]));
    const rows = additions.map(({ version: { retrievedOn, ...version } }, at) => {
      const factorId = ids[at]!;
      const number = (versions.get(factorId) ?? 0) + 1;
      versions.set(factorId, number);
      return {
        ...version,
        organisationId,
        factorId,
        version: number,
        retrievedOn: new Date(retrievedOn),
        addedBy: actor.id,
      };
    });
    await tx.emissionFactorVersion.createMany({ data: rows });
    await raiseDataVersion(tx, organisationId);
    const added = rows.map(({ factorId, version, validFromYear, value, unitIn, unitOut }) => ({
      factor: codes.get(factorId)!,
      version,
      validFromYear,
      value: `${value} ${unitOut}/${unitIn}`,
    }));
    await recordAudit(tx, {
      organisationId,
      actorId: actor.id,
      door,
      action: "factor.add",
      subject: [...new Set(added.map(({ factor }) => factor))].join(", ").slice(0, 200),
      detail: { added },
    });
  });
}

/** Makes the factors that are not there yet, each once however many versions it gets. Ids by code. */
async function createNew(
  tx: Prisma.TransactionClient,
  organisationId: string,
  additions: Addition[],
): Promise<Map<string, string>> {
  const identities = new Map<string, FactorIdentity>();
  for (const one of additions)
    if ("identity" in one && !identities.has(one.identity.code)) identities.set(one.identity.code, one.identity);
  const made = await tx.emissionFactor.createManyAndReturn({
    data: [...identities.values()].map((identity) => ({ organisationId, ...identity })),
    skipDuplicates: true,
    select: { id: true, code: true },
  });
  const ids = new Map(made.map(({ id, code }) => [code, id]));
  const taken = [...identities.keys()].find((code) => !ids.has(code));
  if (taken !== undefined) throw new Refusal("factor.codeTaken", { code: taken }, "code");
  return ids;
}

/** Held to the end, so that two who add a version at once get two numbers; always in the same order. */
async function lockedCodes(
  tx: Prisma.TransactionClient,
  organisationId: string,
  ids: string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const rows = await tx.$queryRaw<{ id: string; code: string }[]>`
    SELECT id, code FROM "EmissionFactor" WHERE "organisationId" = ${organisationId}::uuid AND id = ANY(${wanted}::uuid[]) ORDER BY id FOR UPDATE`;
  if (rows.length !== wanted.length) throw new Refusal("access.notFound");
  return new Map(rows.map(({ id, code }) => [id, code]));
}
