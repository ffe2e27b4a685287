import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { treeOf } from "@/lib/org-unit/model";
import { getOrgUnits } from "@/lib/org-unit/queries";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { overlaps, periodCode } from "./model";
import { isoDay } from "./queries";

/** A period to be opened. `minima`: the number of own commitments each track demands, by the track's id. */
export type PeriodDraft = {
  from: string;
  to: string;
  noteDa: string;
  noteEn: string;
  followUpMonths: number;
  previousId: string | null;
  minima: Map<string, number>;
};

/**
 * Opens a period with a draft for every org unit directly below the organisation that exists in it. It starts from the
 * one before: its requirements are set again, and each own commitment waits for a decision. Refuses
 * `agreement.periodBackwards`, `agreement.periodOverlaps` and `access.notFound`. Answers the period's code.
 */
export async function openPeriod(setter: Setter, draft: PeriodDraft): Promise<string> {
  const { organisationId } = setter;
  const { from, to, previousId, minima, ...said } = draft;
  const code = periodCode(from, to);
  if (to < from) throw new Refusal("agreement.periodBackwards", {}, "to");
  await changeSetup(setter, async (tx) => {
    const periods = await tx.agreementPeriod.findMany({ where: { organisationId } });
    if (previousId && !periods.some(({ id }) => id === previousId)) throw new Refusal("access.notFound");
    if (periods.some((one) => overlaps({ from, to }, { from: isoDay(one.from), to: isoDay(one.to) })))
      throw new Refusal("agreement.periodOverlaps", {}, "from");
    await requireTracks(tx, organisationId, [...minima.keys()]);
    const days = { from: new Date(from), to: new Date(to) };
    const { id: periodId } = await tx.agreementPeriod.create({
      data: { ...said, ...days, organisationId, code, previousId },
      select: { id: true },
    });
    await tx.trackRule.createMany({
      data: [...minima].map(([trackId, minimumOwn]) => ({ organisationId, periodId, trackId, minimumOwn })),
    });
    const orgUnitIds = await unitsIn(tx, organisationId, from, to);
    await tx.agreement.createMany({ data: orgUnitIds.map((orgUnitId) => ({ organisationId, periodId, orgUnitId })) });
    if (previousId) await repeatRequirements(tx, organisationId, previousId, periodId, orgUnitIds);
    await requireInDrafts(tx, periodId, null);
    return { action: "agreementPeriod.open", subject: code, detail: { from, to, orgUnits: orgUnitIds.length } };
  });
  return code;
}

/** Sets how many own commitments each track demands in a period; what is signed already stays so. */
export async function setRules(setter: Setter, periodId: string, minima: Map<string, number>): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const period = await tx.agreementPeriod.findUnique({
      where: { organisationId_id: { organisationId, id: periodId } },
    });
    if (!period) throw new Refusal("access.notFound");
    await requireTracks(tx, organisationId, [...minima.keys()]);
    const before = await tx.trackRule.findMany({ where: { periodId } });
    await tx.trackRule.deleteMany({ where: { periodId } });
    const rows = [...minima].map(([trackId, minimumOwn]) => ({ organisationId, periodId, trackId, minimumOwn }));
    await tx.trackRule.createMany({ data: rows });
    const said = (list: { trackId: string; minimumOwn: number }[]) =>
      Object.fromEntries(list.map(({ trackId, minimumOwn }) => [trackId, minimumOwn]));
    return {
      action: "agreementPeriod.rules",
      subject: period.code,
      detail: { before: said(before), after: said(rows) },
    };
  });
}

/**
 * Puts every requirement of a period (or the one) into the drafts it concerns that do not have it yet, to be kept by the
 * period's end: one statement, however many org units there are. Whoever answered for the same requirement in the org
 * unit's agreement of the period before answers for it on; a requirement that is new waits for somebody.
 */
export async function requireInDrafts(
  tx: Prisma.TransactionClient,
  periodId: string,
  requirementId: string | null,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Commitment" ("organisationId", "agreementId", "trackId", position, origin, "requirementId", "fromId", responsible, deadline, measure, "isExample")
    SELECT a."organisationId", a.id, r."trackId",
      coalesce((SELECT max(c.position) FROM "Commitment" c WHERE c."agreementId" = a.id), 0)
        + row_number() OVER (PARTITION BY a.id ORDER BY t.position, r.position, r.id),
      'requirement', r.id, e.id, coalesce(e.responsible, ''), p."to", 'milestones', r."isExample"
    FROM "Requirement" r JOIN "Track" t ON t.id = r."trackId" JOIN "AgreementPeriod" p ON p.id = r."periodId"
    JOIN "Agreement" a ON a."periodId" = p.id AND a.state = 'draft' AND (r."orgUnitId" IS NULL OR r."orgUnitId" = a."orgUnitId")
    LEFT JOIN LATERAL (
      SELECT c.id, c.responsible FROM "Commitment" c JOIN "Requirement" q ON q.id = c."requirementId" JOIN "Agreement" b ON b.id = c."agreementId"
      WHERE b."periodId" = p."previousId" AND b."orgUnitId" = a."orgUnitId" AND q."trackId" = r."trackId" AND q."textDa" = r."textDa" AND q."textEn" = r."textEn"
      ORDER BY c.position LIMIT 1
    ) e ON true
    WHERE p.id = ${periodId}::uuid AND (${requirementId}::uuid IS NULL OR r.id = ${requirementId}::uuid)
      AND NOT EXISTS (SELECT FROM "Commitment" c WHERE c."agreementId" = a.id AND c."requirementId" = r.id)`;
}

async function requireTracks(tx: Prisma.TransactionClient, organisationId: string, ids: string[]): Promise<void> {
  if ((await tx.track.count({ where: { organisationId, id: { in: ids } } })) !== ids.length)
    throw new Refusal("access.notFound");
}

/** The org units directly below the organisation at the end of the period, and those that close within it. */
async function unitsIn(
  tx: Prisma.TransactionClient,
  organisationId: string,
  from: string,
  to: string,
): Promise<string[]> {
  const { orgUnits, placements } = await getOrgUnits(organisationId, tx);
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const here = years.flatMap((year) => {
    const tree = treeOf(year, orgUnits, placements);
    return tree.childrenOf(tree.rootId);
  });
  const during = here.filter(({ opensOn, closesOn }) => (opensOn ?? "") <= to && (closesOn ?? "9999") >= from);
  return [...new Set(during.map(({ id }) => id))];
}

async function repeatRequirements(
  tx: Prisma.TransactionClient,
  organisationId: string,
  previousId: string,
  periodId: string,
  orgUnitIds: string[],
): Promise<void> {
  const before = await tx.requirement.findMany({ where: { organisationId, periodId: previousId } });
  const still = before.filter(({ orgUnitId }) => orgUnitId === null || orgUnitIds.includes(orgUnitId));
  await tx.requirement.createMany({ data: still.map(({ id: _, ...requirement }) => ({ ...requirement, periodId })) });
}
