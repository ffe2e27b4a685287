import { getPeriodPage } from "@/lib/agreement/page/queries";
import type { AgreementView } from "@/lib/agreement/model";
import type { AgreementPeriod } from "@/lib/agreement/period/model";
import { getAgreement } from "@/lib/agreement/queries";
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
