import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AgreementFrame } from "@/components/agreement/frame";
import { UnitPage } from "@/components/agreement/unit-page";
import { requireAccess } from "@/lib/access/page";
import { getLacks, getPeriodPage, rightsIn } from "@/lib/agreement/page/queries";
import { today } from "@/lib/agreement/period/queries";
import { agreementHref } from "@/lib/agreement/place/model";
import { getAgreement } from "@/lib/agreement/queries";
import { getFollowedTracks, getStrategy } from "@/lib/strategy/queries";

type Props = { params: Promise<{ org: string; period: string; unit: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("agreement") };
}

/** One org unit's agreement in a period. */
export default async function AgreementPage({ params }: Props) {
  const { org, period: code, unit } = await params;
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const [{ period }, strategy, followed] = await Promise.all([
    getPeriodPage(id, code, locale),
    getStrategy(id, locale),
    getFollowedTracks(id, access.user.id),
  ]);
  const agreement = period && (await getAgreement(id, period.id, unit, locale));
  if (!agreement) notFound();
  const here = agreementHref(slug, period.code, unit);
  return (
    <AgreementFrame
      access={access}
      view={null}
      period={period}
      crumbs={[{ label: agreement.orgUnit.name }]}
      tools={
        agreement.texts.length > 0 ? (
          <a href={`${here}/pdf`} download>
            {t("pdf")}
          </a>
        ) : null
      }
    >
      <UnitPage
        org={slug}
        period={period.code}
        agreement={agreement}
        tracks={strategy.tracks}
        lacks={await getLacks(id, agreement)}
        rights={rightsIn(access, agreement.orgUnit.id, strategy.tracks, followed)}
        today={today()}
        locale={locale}
      />
    </AgreementFrame>
  );
}
