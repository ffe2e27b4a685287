import { database } from "@/lib/database/client";
import type { AgreementState } from "@/lib/database/generated/enums";
import type { AssessmentView, CommitmentView } from "@/lib/agreement/model";
import { getPeopleNames } from "@/lib/agreement/person/queries";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import { commitmentFields, viewOfCommitment } from "@/lib/commitment/queries";
import type { Locale } from "@/lib/language/model";

/** One org unit's part in a track. */
export type TrackUnit = {
  agreementId: string;
  orgUnit: { code: string; name: string };
  state: AgreementState;
  edition: number;
  commitments: CommitmentView[];
  assessments: AssessmentView[];
};

/** What these org units have agreed in one track of a period, and what was said of it. */
export async function getTrackUnits(
  organisationId: string,
  agreementIds: string[],
  trackId: string,
  locale: Locale,
): Promise<TrackUnit[]> {
  const [rows, kpis] = await Promise.all([
    database.agreement.findMany({
      where: { organisationId, id: { in: agreementIds } },
      include: {
        orgUnit: { select: { code: true, name: true } },
        commitments: { where: { trackId }, include: commitmentFields, orderBy: { position: "asc" } },
        assessments: { where: { trackId }, orderBy: { at: "asc" } },
      },
      orderBy: [{ orgUnit: { position: "asc" } }, { orgUnit: { code: "asc" } }],
    }),
    getKpiNames(organisationId, locale),
  ]);
  const people = await getPeopleNames(
    organisationId,
    rows.flatMap(({ assessments }) => assessments.map(({ actorId }) => actorId)),
  );
  return rows.map(({ id, orgUnit, state, edition, commitments, assessments }) => ({
    ...{ agreementId: id, orgUnit, state, edition },
    commitments: commitments.map((row) => viewOfCommitment(row, kpis, locale)),
    assessments: assessments.map(({ actorId, ...said }) => ({
      ...said,
      by: people.get(actorId)?.name ?? null,
      functions: people.get(actorId)?.functions ?? [],
    })),
  }));
}

/** How many commitments a track has in a period, and how many of them are done. */
export async function countInTrack(
  organisationId: string,
  periodId: string,
  trackId: string,
): Promise<{ count: number; done: number }> {
  const rows = await database.commitment.groupBy({
    by: ["status"],
    where: { organisationId, trackId, agreement: { periodId } },
    _count: true,
  });
  const of = (status?: "done") =>
    rows.reduce((sum, row) => sum + (status === undefined || row.status === status ? row._count : 0), 0);
  return { count: of(), done: of("done") };
}
