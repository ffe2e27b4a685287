import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RestatementFilterForm } from "@/components/restatement/filter";
import { RestatementsFrame } from "@/components/restatement/frame";
import { RestatementList } from "@/components/restatement/list";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { addressOf, askedFrom } from "@/lib/restatement/filter/model";
import { filterOf, getRestatedKpis } from "@/lib/restatement/filter/queries";
import { getPublishedPeriods, listRestatements } from "@/lib/restatement/queries";

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restatement"))("title") };
}

/** Every restatement of the organisation, between any two publications or days. */
export default async function RestatementsPage({ params, searchParams }: Props) {
  const [{ org }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("restatement"),
  ]);
  const access = await requireAccess(org, "figure.read");
  const { id, slug } = access.organisation;
  const asked = askedFrom(query);
  const [periods, kpis] = await Promise.all([getPublishedPeriods(id), getRestatedKpis(id, locale)]);
  const restatements = await listRestatements(id, filterOf(asked, periods), locale);
  const unexplained = restatements.filter(({ isMaterial, isExplained }) => isMaterial && !isExplained).length;
  return (
    <RestatementsFrame
      access={access}
      crumbs={[]}
      tools={
        <a href={`/${slug}/restatements/csv${addressOf(asked)}`} download>
          CSV
        </a>
      }
    >
      <h1>{t("heading", { count: restatements.length })}</h1>
      <p className="lead">
        {t("lead")} {unexplained > 0 ? <b>{t("unexplained", { count: unexplained })}</b> : null}
      </p>
      <RestatementFilterForm asked={asked} periods={periods} kpis={kpis} locale={locale} />
      <RestatementList
        restatements={restatements}
        org={slug}
        may={{ seeAuthors: may(access.roles, "history.read"), explain: may(access.roles, "report.edit") }}
        isNarrowed={addressOf(asked) !== ""}
        locale={locale}
      />
    </RestatementsFrame>
  );
}
