import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgreementFrame } from "@/components/agreement/frame";
import { Catalogue } from "@/components/initiative/catalogue";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { getCatalogue } from "@/lib/initiative/queries";
import { getStrategy } from "@/lib/strategy/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("view.catalogue") };
}

/** The shared catalogue of initiatives, with who uses each and what came of it. */
export default async function CataloguePage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.catalogue"), getLocale()]);
  const [{ period }, strategy, entries] = await Promise.all([
    getPeriodPage(id, null, locale),
    getStrategy(id, locale),
    getCatalogue(id, locale),
  ]);
  const mayAdd = may(access.roles, "agreement.govern");
  return (
    <AgreementFrame access={access} view="catalogue" period={period}>
      <h1>{t("title", { count: entries.filter(({ initiative }) => !initiative.isRetired).length })}</h1>
      <p className="lead">{t("lead")}</p>
      {mayAdd ? (
        <p>
          <Link className="btn" href={`/${slug}/agreements/catalogue/new`}>
            {t("add")}
          </Link>
        </p>
      ) : null}
      {entries.length === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : null}
      <Catalogue org={slug} entries={entries} tracks={strategy.tracks} mayRetire={mayAdd} locale={locale} />
    </AgreementFrame>
  );
}
