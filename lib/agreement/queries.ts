import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import { commitmentFields, viewOfCommitment } from "@/lib/commitment/queries";
import type { Locale } from "@/lib/language/model";
import { getPeopleNames } from "@/lib/agreement/person/queries";
import { isoDay } from "@/lib/agreement/period/queries";
import type { AgreementView } from "./model";

/** Everything about the agreement of an org unit in a period, or null when there is none. */
export async function getAgreement(
  organisationId: string,
  periodId: string,
  orgUnitCode: string,
  locale: Locale,
): Promise<AgreementView | null> {
  const [row, kpis] = await Promise.all([
    database.agreement.findFirst({
      where: { organisationId, periodId, orgUnit: { code: orgUnitCode } },
      include: {
        orgUnit: { select: { id: true, code: true, name: true, closesOn: true } },
        period: { select: { previousId: true } },
        commitments: {
          include: { ...commitmentFields, handover: { include: { toOrgUnit: true } } },
          orderBy: { position: "asc" },
        },
        texts: { include: { signatures: { orderBy: { at: "asc" } } }, orderBy: { number: "asc" } },
        steps: { orderBy: { position: "asc" } },
        assessments: { orderBy: { at: "asc" } },
      },
    }),
    getKpiNames(organisationId, locale),
  ]);
  if (!row) return null;
  const actors = [
    ...row.steps.map(({ actorId }) => actorId),
    ...row.assessments.map(({ actorId }) => actorId),
    ...row.texts.flatMap(({ signatures }) => signatures.map(({ signerId }) => signerId)),
  ];
  const [people, earlier] = await Promise.all([
    getPeopleNames(organisationId, actors),
    row.period.previousId ? getEarlier(organisationId, row.period.previousId, row.orgUnitId, locale) : [],
  ]);
  const nameOf = (id: string) => people.get(id)?.name ?? null;
  const { id, orgUnitId, state, edition, kind, version, reason, evaluation, isExample } = row;
  return {
    ...{ id, periodId, orgUnitId, state, edition, kind, version, reason, evaluation, isExample, earlier },
    orgUnit: { ...row.orgUnit, closesOn: row.orgUnit.closesOn && isoDay(row.orgUnit.closesOn) },
    handsOnFrom: row.handsOnFrom && isoDay(row.handsOnFrom),
    commitments: row.commitments.map((commitment) => viewOfCommitment(commitment, kpis, locale)),
    texts: row.texts.map(({ signatures, ...text }) => ({
      ...text,
      signatures: signatures.map(({ party, signerId, capacity, at }) => ({
        party,
        by: nameOf(signerId),
        capacity,
        at,
      })),
    })),
    steps: row.steps.map(({ act, edition, note, actorId, at }) => ({ act, edition, note, by: nameOf(actorId), at })),
    assessments: row.assessments.map(({ actorId, ...said }) => ({
      ...said,
      by: nameOf(actorId),
      functions: people.get(actorId)?.functions ?? [],
    })),
    handovers: row.commitments.flatMap(({ id: commitmentId, handover }) =>
      handover ? [{ commitmentId, orgUnit: handover.toOrgUnit.name }] : [],
    ),
  };
}

async function getEarlier(organisationId: string, periodId: string, orgUnitId: string, locale: Locale) {
  const rows = await database.commitment.findMany({
    where: { organisationId, requirementId: null, agreement: { periodId, orgUnitId, state: { not: "handedOn" } } },
    include: { initiative: true, decision: true },
    orderBy: { position: "asc" },
  });
  return rows.map(({ id, trackId, text, initiative, status, decision }) => ({
    ...{ id, trackId, status },
    text: text || (initiative ? (locale === "da" ? initiative.nameDa : initiative.nameEn) : ""),
    decision: decision?.decision ?? null,
    reason: decision?.reason ?? "",
  }));
}

/** How many commitments of the last period nothing is decided about yet. */
export function countUndecided(
  tx: Prisma.TransactionClient,
  organisationId: string,
  { previousId, orgUnitId }: { previousId: string | null; orgUnitId: string },
): Promise<number> {
  if (!previousId) return Promise.resolve(0);
  return tx.commitment.count({
    where: {
      organisationId,
      requirementId: null,
      decision: null,
      agreement: { periodId: previousId, orgUnitId, state: { not: "handedOn" } },
    },
  });
}
