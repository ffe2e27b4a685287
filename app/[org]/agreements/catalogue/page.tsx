import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgreementFrame } from "@/components/agreement/frame";
import { ListPager, ListSearch } from "@/components/agreement/list";
import { Catalogue } from "@/components/initiative/catalogue";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { listFilterSchema } from "@/lib/agreement/list/schema";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { getCatalogue } from "@/lib/initiative/queries";
import { getStrategy } from "@/lib/strategy/queries";

/** Initiatives on one page. */
const PAGE = 30;

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("view.catalogue") };
}

/** The shared catalogue of initiatives, with how far each has spread and what came of it; narrowed by `?track=`. */
export default async function CataloguePage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.catalogue"), getLocale()]);
  const { track, page } = listFilterSchema.parse(query);
  const [{ period }, { tracks }] = await Promise.all([getPeriodPage(id, null, locale), getStrategy(id, locale)]);
  const chosen = tracks.find(({ code }) => code === track) ?? null;
  const { entries, paged, count, offered } = await getCatalogue(
    id,
    { trackId: chosen?.id ?? null, page, size: PAGE },
    locale,
  );
  const list = { path: `/${slug}/agreements/catalogue`, narrowed: { track: chosen?.code ?? null } };
  const mayAdd = may(access.roles, "agreement.govern");
  return (
    <AgreementFrame access={access} view="catalogue" period={period}>
      <h1>{t("title", { count: offered })}</h1>
      <p className="lead">{t("lead")}</p>
      {mayAdd ? (
        <p>
          <Link className="btn" href={`/${slug}/agreements/catalogue/new`}>
            {t("add")}
          </Link>
        </p>
      ) : null}
      {count === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : null}
      <ListSearch {...list} count={count} size={PAGE} found={paged.count} tracks={tracks} />
      <Catalogue org={slug} entries={entries} tracks={tracks} mayRetire={mayAdd} locale={locale} />
      <ListPager {...list} paged={paged} />
    </AgreementFrame>
  );
}
