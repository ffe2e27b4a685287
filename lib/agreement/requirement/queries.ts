import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";

/** A requirement of a period; `orgUnit`: the only one it is set for. */
export type RequirementView = { id: string; trackId: string; text: string; orgUnit: string | null; isExample: boolean };

/** The requirements of a period, in order. */
export async function getRequirements(
  organisationId: string,
  periodId: string,
  locale: Locale,
): Promise<RequirementView[]> {
  const rows = await database.requirement.findMany({
    where: { organisationId, periodId },
    include: { orgUnit: { select: { name: true } } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ id, trackId, textDa, textEn, orgUnit, isExample }) => ({
    ...{ id, trackId, isExample },
    text: locale === "da" ? textDa : textEn,
    orgUnit: orgUnit?.name ?? null,
  }));
}
