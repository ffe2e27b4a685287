import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AgreementFrame } from "@/components/agreement/frame";
import { ListPager, ListSearch } from "@/components/agreement/list";
import { ExampleMark } from "@/components/agreement/marks";
import { InitiativeFacts } from "@/components/initiative/facts";
import { Uses } from "@/components/initiative/uses";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { listFilterSchema } from "@/lib/agreement/list/schema";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { getInitiative } from "@/lib/initiative/queries";
import { getUses } from "@/lib/initiative/use/queries";
import { getKpiNames } from "@/lib/commitment/kpi/queries";

/** Uses on one page. */
const PAGE = 50;

type Props = {
  params: Promise<{ org: string; initiative: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("catalogue.initiative") };
}

/** One initiative: what is known of it, and every org unit that uses it; narrowed by `?unit=` and `?status=`. */
export default async function InitiativePage({ params, searchParams }: Props) {
  const [{ org, initiative: code }, query] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.catalogue"), getLocale()]);
  const entry = (await getInitiative(id, code, locale)) ?? notFound();
  const { initiative, takeUp } = entry;
  const filter = listFilterSchema.parse(query);
  const [{ period }, kpis, { uses, paged }] = await Promise.all([
    getPeriodPage(id, null, locale),
    getKpiNames(id, locale),
    getUses(id, initiative.id, { filter, size: PAGE }),
  ]);
  const here = `/${slug}/agreements/catalogue`;
  const list = { path: `${here}/${initiative.code}`, narrowed: { unit: filter.unit, status: filter.status } };
  return (
    <AgreementFrame access={access} view="catalogue" period={period} crumbs={[{ label: initiative.name }]}>
      <h1>
        {initiative.name} {initiative.isExample ? <ExampleMark /> : null}
      </h1>
      <p className="lead">{initiative.effect}</p>
      <InitiativeFacts {...entry} locale={locale} />
      <h2>{t("units")}</h2>
      <ListSearch {...list} count={takeUp.uses} size={PAGE} found={paged.count} />
      {takeUp.uses === 0 ? <EmptyState title={t("unused")}>{t("unusedText")}</EmptyState> : null}
      {uses.length > 0 ? <Uses org={slug} uses={uses} kpis={kpis} locale={locale} /> : null}
      <ListPager {...list} paged={paged} />
    </AgreementFrame>
  );
}
