import { database } from "@/lib/database/client";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import type { ListFilter } from "@/lib/agreement/list/model";
import { getOrgUnitsNamed } from "@/lib/agreement/list/queries";
import type { DecimalText } from "@/lib/number/model";
import { pageOf, type Paged } from "@/lib/paging/model";

/** One org unit's use of an initiative. An effect that is not known is null, which is not nothing. */
export type Use = {
  commitmentId: string;
  orgUnit: { code: string; name: string };
  period: string;
  status: CommitmentStatus;
  kpiId: string | null;
  expected: DecimalText | null;
  reported: DecimalText | null;
  isExample: boolean;
};

/** A page of an initiative's uses, the latest period first, narrowed by org unit and status. */
export async function getUses(
  organisationId: string,
  initiativeId: string,
  { filter, size }: { filter: Pick<ListFilter, "unit" | "status" | "page">; size: number },
): Promise<{ uses: Use[]; paged: Paged }> {
  const named = await getOrgUnitsNamed(organisationId, filter.unit);
  const where = {
    ...{ organisationId, initiativeId },
    ...(filter.status ? { status: filter.status } : {}),
    ...(named ? { agreement: { orgUnitId: { in: named } } } : {}),
  };
  const paged = pageOf(await database.commitment.count({ where }), filter.page, size);
  const rows = await database.commitment.findMany({
    where,
    select: {
      ...{ id: true, status: true, kpiId: true, expectedEffect: true, reportedEffect: true, isExample: true },
      agreement: { select: { orgUnit: { select: { code: true, name: true } }, period: { select: { code: true } } } },
    },
    orderBy: [
      { agreement: { period: { from: "desc" } } },
      { agreement: { orgUnit: { position: "asc" } } },
      { agreement: { orgUnit: { code: "asc" } } },
      { position: "asc" },
    ],
    ...{ skip: paged.first, take: size },
  });
  const uses = rows.map(({ id, status, kpiId, expectedEffect, reportedEffect, isExample, agreement }) => ({
    ...{ commitmentId: id, status, kpiId, isExample, orgUnit: agreement.orgUnit, period: agreement.period.code },
    expected: expectedEffect?.toFixed() ?? null,
    reported: reportedEffect?.toFixed() ?? null,
  }));
  return { uses, paged };
}
