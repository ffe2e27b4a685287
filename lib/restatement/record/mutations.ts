import { Refusal } from "@/lib/access/refusal";
import type { Prisma, ValueStatus } from "@/lib/database/generated/client";
import type { Effect, Said } from "../effect/model";
import type { WorkedOut } from "../effect/queries";

/** Who restates, and why, in one language or both. */
export type Author = { organisationId: string; actorId: string; reasonDa: string; reasonEn: string };

/** What a restatement's row says of what it changes. */
export type RestatedRow = Pick<
  Prisma.RestatementUncheckedCreateInput,
  "kind" | "kpiId" | "orgUnitId" | "factorCode" | "fromYear" | "toYear" | "toVersion" | "before" | "after"
>;

/** Evaluating a large organisation twice takes seconds, and nobody else's save may slip in between. */
export const restatementLimits = { timeout: 60_000, maxWait: 10_000 };

/**
 * Holds the years and every figure of the organisation, in the order of every save, until the transaction ends.
 * Returns the years that are published; without any it is no restatement: `restatement.notPublished`.
 */
export async function holdFigures(
  tx: Prisma.TransactionClient,
  organisationId: string,
  [from, to]: [number, number],
): Promise<number[]> {
  const periods = await tx.$queryRaw<{ year: number; state: string }[]>`
    SELECT "year", "state"::text FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND "year" BETWEEN ${from} AND ${to} ORDER BY "year" FOR SHARE`;
  const published = periods.filter(({ state }) => state === "published").map(({ year }) => year);
  if (published.length === 0) throw new Refusal("restatement.notPublished", { year: String(from) });
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR UPDATE`;
  return published;
}

/**
 * Writes a restatement with its effects, then what it changes, and returns its id. It comes first because the database
 * lets nothing of a published year change that it does not name. Effects other than those that were previewed are
 * `restatement.changedSince`.
 */
export async function recordRestatement(
  tx: Prisma.TransactionClient,
  { organisationId, actorId, reasonDa, reasonEn }: Author,
  row: RestatedRow,
  { effects, digest, threshold, kpis }: WorkedOut,
  previewed: string,
  apply: (restatementId: string) => Promise<void>,
): Promise<string> {
  if (digest !== previewed) throw new Refusal("restatement.changedSince");
  const isMaterial = effects.some((effect) => effect.isMaterial);
  const said = { reasonDa, reasonEn, thresholdPercent: threshold, isMaterial, createdBy: actorId };
  const after = withBesides(row.after, effects);
  const { id } = await tx.restatement.create({
    data: { organisationId, ...row, after, ...said },
    select: { id: true },
  });
  const idOf = new Map(kpis.map((kpi) => [kpi.code, kpi.id]));
  await tx.restatementEffect.createMany({
    data: effects.map((effect) => effectRow(organisationId, id, idOf.get(effect.code)!, effect)),
  });
  await apply(id);
  return id;
}

/** What changed beside the numbers is kept with what the restatement says now: which figure, and what stood beside it. */
function withBesides(after: RestatedRow["after"], effects: Effect[]): Prisma.InputJsonObject {
  const besides = effects.flatMap(({ code, orgUnitId, year, beside }) =>
    beside ? [{ code, orgUnitId, year, beside }] : [],
  );
  const said = after as Prisma.InputJsonObject;
  return besides.length === 0 ? said : { ...said, besides: JSON.parse(JSON.stringify(besides)) };
}

function effectRow(
  organisationId: string,
  restatementId: string,
  kpiId: string,
  { orgUnitId, year, before, after, decimals, percent, isMaterial }: Effect,
): Prisma.RestatementEffectCreateManyInput {
  return {
    ...{ organisationId, restatementId, kpiId, orgUnitId, year, decimals, percent, isMaterial },
    beforeStatus: statusOf(before),
    ...{ beforeAmount: before.amount, beforeMen: before.men, beforeWomen: before.women },
    afterStatus: statusOf(after),
    ...{ afterAmount: after.amount, afterMen: after.men, afterWomen: after.women },
  };
}

function statusOf({ status }: Said): ValueStatus | null {
  return status === "missing" ? null : status;
}
