import { getPeriodPage } from "@/lib/agreement/page/queries";
import type { AgreementView } from "@/lib/agreement/model";
import type { AgreementPeriod } from "@/lib/agreement/period/model";
import { getAgreement } from "@/lib/agreement/queries";
import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";

/** The agreement that an address names, with its period; null when there is none. */
export async function findAgreement(
  organisationId: string,
  { period: code, unit }: { period: string; unit: string },
  locale: Locale,
): Promise<{ period: AgreementPeriod; agreement: AgreementView } | null> {
  const { period } = await getPeriodPage(organisationId, code, locale);
  const agreement = period && (await getAgreement(organisationId, period.id, unit, locale));
  return agreement && { period, agreement };
}

/** The commitment that an address names, by its id; null when the agreement there has none of it. */
export async function findCommitment(
  organisationId: string,
  { period, unit, id }: { period: string; unit: string; id: string },
): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const found = await database.commitment.findFirst({
    where: { organisationId, id, agreement: { period: { code: period }, orgUnit: { code: unit } } },
    select: { id: true },
  });
  return found && found.id;
}
