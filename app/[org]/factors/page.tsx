import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FactorsFrame } from "@/components/factor/frame";
import { FactorList } from "@/components/factor/list";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getFrameYear } from "@/lib/dashboard/queries";
import { listFactors } from "@/lib/emission-factor/overview/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("factor"))("title") };
}

/** Every emission factor of the organisation, and where each is used. */
export default async function FactorsPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "factor.read");
  const { id, slug, dataVersion } = access.organisation;
  const [t, locale, year] = await Promise.all([getTranslations("factor"), getLocale(), getFrameYear(id)]);
  const factors = await listFactors(id, dataVersion, year, locale);
  return (
    <FactorsFrame access={access} year={year}>
      <h1>{t("title")}</h1>
      <div className="mt-2 mb-6 flex flex-wrap items-center justify-between gap-3">
        <p className="prose muted">{t("lead")}</p>
        {may(access.roles, "factor.edit") ? (
          <p className="btns">
            <Link className="btn" href={`/${slug}/factors/import`}>
              {t("import")}
            </Link>
            <Link className="btn main" href={`/${slug}/factors/new`}>
              {t("add")}
            </Link>
          </p>
        ) : null}
      </div>
      <FactorList org={slug} factors={factors} locale={locale} />
    </FactorsFrame>
  );
}
