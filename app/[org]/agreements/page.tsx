import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AgreementFrame } from "@/components/agreement/frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getPeriodPage } from "@/lib/agreement/page/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("title") };
}

/** Leads on to the agreements of the period that runs; before the first, says how to begin. */
export default async function AgreementsPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, { period }] = await Promise.all([getTranslations("agreement"), getPeriodPage(id, null, await getLocale())]);
  if (period) redirect(`/${slug}/agreements/${period.code}`);
  return (
    <AgreementFrame access={access} view={null} period={null}>
      <h1>{t("title")}</h1>
      <EmptyState
        title={t("empty")}
        action={
          may(access.roles, "agreement.govern") ? (
            <Link className="btn main" href={`/${slug}/agreements/setup`}>
              {t("begin")}
            </Link>
          ) : undefined
        }
      >
        {t("emptyText")}
      </EmptyState>
    </AgreementFrame>
  );
}
