import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DueTable } from "@/components/agreement/due";
import { AgreementFrame } from "@/components/agreement/frame";
import { ListPager, ListSearch } from "@/components/agreement/list";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { listFilterSchema } from "@/lib/agreement/list/schema";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { isoDay, today } from "@/lib/agreement/period/queries";
import { commitmentStatuses, isSettled } from "@/lib/commitment/model";
import { getDue } from "@/lib/commitment/due/queries";
import { getStrategy } from "@/lib/strategy/queries";

/** How far ahead a follow-up is told of. */
const AHEAD_DAYS = 60;
/** Lines on one page. */
const PAGE = 50;

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("view.due") };
}

/** What is to be followed up: by a contributor for the own org units, by everybody else for all; narrowed by `?track=`, `?unit=` and `?status=`. */
export default async function DuePage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.due"), getLocale()]);
  const filter = listFilterSchema.parse(query);
  const day = today();
  const until = new Date(`${day}T00:00:00Z`);
  until.setUTCDate(until.getUTCDate() + AHEAD_DAYS);
  const asked = { orgUnitIds: access.orgUnitIds, today: day, until: isoDay(until), filter, size: PAGE };
  const [{ period }, strategy, due] = await Promise.all([
    getPeriodPage(id, null, locale),
    getStrategy(id, locale),
    getDue(id, asked, locale),
  ]);
  const { track, unit, status } = filter;
  const list = { path: `/${slug}/agreements/due`, narrowed: { unit, track, status } };
  return (
    <AgreementFrame access={access} view="due" period={period}>
      <h1>{t("title", { count: due.count })}</h1>
      <p className="lead">{access.orgUnitIds ? t("lead") : t("leadAll")}</p>
      {due.overdue > 0 ? <p>{t("overdueCount", { count: due.overdue })}</p> : null}
      <ListSearch
        {...list}
        count={due.count}
        size={PAGE}
        found={due.paged.count}
        tracks={strategy.tracks}
        statuses={commitmentStatuses.filter((one) => !isSettled(one))}
      />
      {due.count === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : null}
      {due.lines.length > 0 ? <DueTable org={slug} due={due.lines} locale={locale} /> : null}
      <ListPager {...list} paged={due.paged} />
    </AgreementFrame>
  );
}
