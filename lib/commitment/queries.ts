import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { getPeopleNames } from "@/lib/agreement/person/queries";
import { isoDay } from "@/lib/agreement/period/queries";
import type { CommitmentView } from "@/lib/agreement/model";
import type { KpiName } from "@/lib/commitment/kpi/queries";
import type { EvidenceKind } from "@/lib/evidence/model";
import type { Locale } from "@/lib/language/model";
import type { FollowUpView } from "./follow-up/model";

/** What a commitment is read with. */
export const commitmentFields = {
  requirement: { select: { textDa: true, textEn: true } },
  initiative: { select: { id: true, code: true, nameDa: true, nameEn: true } },
  from: {
    select: { agreement: { select: { orgUnit: { select: { name: true } }, period: { select: { code: true } } } } },
  },
  milestones: { orderBy: { position: "asc" } },
} as const satisfies Prisma.CommitmentInclude;

type Row = Prisma.CommitmentGetPayload<{ include: typeof commitmentFields }>;

/** A commitment in one language. */
export function viewOfCommitment(row: Row, kpis: readonly KpiName[], locale: Locale): CommitmentView {
  const { id, trackId, origin, responsible, measure, status, isExample, initiative, requirement, from } = row;
  const name = initiative && (locale === "da" ? initiative.nameDa : initiative.nameEn);
  const required = requirement && (locale === "da" ? requirement.textDa : requirement.textEn);
  return {
    ...{ id, trackId, origin, responsible, measure, status, isExample },
    isRequired: row.requirementId !== null,
    text: row.text || (required ?? name ?? ""),
    ownText: row.text,
    initiative: initiative && { id: initiative.id, code: initiative.code, name: name! },
    from: from && { orgUnit: from.agreement.orgUnit.name, period: from.agreement.period.code },
    deadline: isoDay(row.deadline),
    kpi: kpis.find((kpi) => kpi.id === row.kpiId) ?? null,
    targetAmount: row.targetAmount?.toFixed() ?? null,
    expectedEffect: row.expectedEffect?.toFixed() ?? null,
    reportedEffect: row.reportedEffect?.toFixed() ?? null,
    followedUpOn: row.followedUpOn && isoDay(row.followedUpOn),
    milestones: row.milestones.map((one) => ({
      id: one.id,
      text: one.text,
      dueOn: isoDay(one.dueOn),
      doneOn: one.doneOn && isoDay(one.doneOn),
    })),
  };
}

/** What was said of a commitment, the newest first. */
export async function getFollowUps(organisationId: string, commitmentId: string): Promise<FollowUpView[]> {
  const rows = await database.followUp.findMany({
    where: { organisationId, commitmentId },
    include: {
      files: {
        include: { file: { select: { size: true, sha256: true } }, withdrawal: true },
        orderBy: { addedAt: "asc" },
      },
    },
    orderBy: [{ onDay: "desc" }, { at: "desc" }],
  });
  const people = await getPeopleNames(
    organisationId,
    rows.flatMap(({ actorId, files }) => [actorId, ...files.flatMap(({ withdrawal }) => withdrawal?.actorId ?? [])]),
  );
  return rows.map(({ id, onDay, status, text, evidence, effect, isExample, actorId, files }) => ({
    ...{ id, status, text, evidence, isExample },
    onDay: isoDay(onDay),
    effect: effect?.toFixed() ?? null,
    by: people.get(actorId)?.name ?? null,
    files: files.map(({ id, name, kind, withdrawal, file: { size, sha256 } }) => ({
      ...{ id, name, sha256, kind: kind as EvidenceKind },
      size: Number(size),
      withdrawn: withdrawal && {
        by: people.get(withdrawal.actorId)?.name ?? null,
        on: isoDay(withdrawal.at),
        reason: withdrawal.reason,
      },
    })),
  }));
}
