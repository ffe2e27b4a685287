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

/** What every org unit has agreed in one track of a period, and what was said of it. */
export async function getTrackUnits(
  organisationId: string,
  periodId: string,
  trackId: string,
  locale: Locale,
): Promise<TrackUnit[]> {
  const [rows, kpis] = await Promise.all([
    database.agreement.findMany({
      where: { organisationId, periodId },
      include: {
        orgUnit: { select: { code: true, name: true } },
        commitments: { where: { trackId }, include: commitmentFields, orderBy: { position: "asc" } },
        assessments: { where: { trackId }, orderBy: { at: "asc" } },
      },
      orderBy: { orgUnit: { position: "asc" } },
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
