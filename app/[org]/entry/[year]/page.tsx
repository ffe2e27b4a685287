import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Overview } from "@/components/entry/overview";
import { ImportLinks } from "@/components/import/links";
import { Waiting } from "@/components/entry/beside/waiting";
import { AssuranceBanner } from "@/components/assurance/banner";
import { TaskBanner } from "@/components/request/banner";
import { Unusual } from "@/components/entry/unusual";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { countEstimates } from "@/lib/estimate/queries";
import { hiddenFrom } from "@/lib/suppression/queries";
import { getOpenDiscussions } from "@/lib/discussion/queries";
import { getBesideCounts } from "@/lib/value/beside/queries";
import { getEntryOverview, getEntryYears } from "@/lib/value/overview/queries";
import { isOpenForEntry } from "@/lib/value/sheet/model";
import { shownOf } from "@/lib/value/unusual/model";
import { getUnusualFigures } from "@/lib/value/unusual/queries";

type Props = { params: Promise<{ org: string; year: string }> };

/** Open discussions shown. */
const mostDiscussions = 20;

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : (await getTranslations("entry"))("title", { year }) };
}

/** How far the collection of a year has come; a contributor sees the own org units. */
export default async function EntryYearPage({ params }: Props) {
  const [{ org, year: text }, locale, t, shell] = await Promise.all([
    params,
    getLocale(),
    getTranslations("entry"),
    getTranslations("shell"),
  ]);
  const access = await requireAccess(org, "entry.read");
  const year = yearFrom(text) ?? notFound();
  const { id, slug, dataVersion } = access.organisation;
  const [overview, years, unusual, estimates, counts, discussions, isHidden] = await Promise.all([
    getEntryOverview(id, dataVersion, year, access.orgUnitIds, locale),
    getEntryYears(id),
    getUnusualFigures(id, year, access.orgUnitIds, locale),
    countEstimates(id),
    getBesideCounts(id, year, access.orgUnitIds),
    getOpenDiscussions(id, year, access.orgUnitIds, locale, mostDiscussions),
    hiddenFrom(access, year),
  ]);
  if (!overview) notFound();
  return (
    <Frame access={access} place="entry" year={year} years={years}>
      <Breadcrumbs label={shell("crumbs")} crumbs={[{ label: t("crumb") }, { label: t("yearCrumb", { year }) }]} />
      <TaskBanner access={access} />
      <AssuranceBanner access={access} />
      <Overview
        overview={overview}
        counts={counts.filter((one) => !isHidden({ ...one, year }))}
        path={`/${slug}/entry/${year}`}
      />
      <Waiting discussions={discussions.filter((one) => !isHidden({ ...one, year }))} path={`/${slug}/entry/${year}`} />
      {estimates > 0 ? (
        <p className="notes">
          <a href={`/${slug}/estimates`}>{(await getTranslations("estimate"))("link", { count: estimates })}</a>
        </p>
      ) : null}
      <ImportLinks access={access} year={year} />
      {isOpenForEntry(overview.period.state) ? (
        <Unusual figures={shownOf(unusual, year, isHidden)} year={year} path={`/${slug}/entry/${year}`} />
      ) : null}
    </Frame>
  );
}
