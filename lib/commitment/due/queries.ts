import { database } from "@/lib/database/client";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { dueOn } from "@/lib/commitment/model";
import { isoDay } from "@/lib/agreement/period/queries";
import type { Locale } from "@/lib/language/model";

/** A commitment that is to be followed up, and by when. */
export type DueLine = {
  id: string;
  dueOn: string;
  isOverdue: boolean;
  followedUpOn: string | null;
  status: CommitmentStatus;
  orgUnit: { code: string; name: string };
  period: string;
  trackId: string;
  text: string;
  responsible: string;
  isExample: boolean;
};

/**
 * What is to be followed up by a day, the longest due first: of the org units somebody acts for (null: all), in every
 * agreement that has been signed and has not ended.
 */
export async function getDue(
  organisationId: string,
  orgUnitIds: string[] | null,
  { today, until }: { today: string; until: string },
  locale: Locale,
): Promise<DueLine[]> {
  const rows = await database.commitment.findMany({
    where: {
      organisationId,
      status: { notIn: ["done", "dropped"] },
      agreement: {
        ...(orgUnitIds ? { orgUnitId: { in: orgUnitIds } } : {}),
        OR: [{ state: "signed" }, { edition: { gt: 1 }, state: { notIn: ["closed", "handedOn"] } }],
      },
    },
    include: {
      requirement: { select: { textDa: true, textEn: true } },
      initiative: { select: { nameDa: true, nameEn: true } },
      agreement: { include: { period: true, orgUnit: { select: { code: true, name: true } } } },
    },
  });
  const lines = rows.flatMap((row): DueLine[] => {
    const { period, orgUnit } = row.agreement;
    const followedUpOn = row.followedUpOn && isoDay(row.followedUpOn);
    const days = { from: isoDay(period.from), to: isoDay(period.to), followUpMonths: period.followUpMonths };
    const due = dueOn({ status: row.status, followedUpOn }, days);
    if (due === null || due > until) return [];
    const named = row.requirement
      ? { da: row.requirement.textDa, en: row.requirement.textEn }
      : { da: row.initiative?.nameDa ?? "", en: row.initiative?.nameEn ?? "" };
    return [
      {
        ...{ id: row.id, dueOn: due, isOverdue: due < today, followedUpOn, status: row.status, orgUnit },
        ...{ period: period.code, trackId: row.trackId, responsible: row.responsible, isExample: row.isExample },
        text: row.text || named[locale],
      },
    ];
  });
  return lines.sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
}
