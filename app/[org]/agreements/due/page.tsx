import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DueTable } from "@/components/agreement/due";
import { AgreementFrame } from "@/components/agreement/frame";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { isoDay, today } from "@/lib/agreement/period/queries";
import { getDue } from "@/lib/commitment/due/queries";

/** How far ahead a follow-up is told of. */
const AHEAD_DAYS = 60;
/** Lines shown; the oldest come first. */
const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("view.due") };
}

/** What is to be followed up: by a contributor for the own org units, by everybody else for all. */
export default async function DuePage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.due"), getLocale()]);
  const day = today();
  const until = new Date(`${day}T00:00:00Z`);
  until.setUTCDate(until.getUTCDate() + AHEAD_DAYS);
  const [{ period }, due] = await Promise.all([
    getPeriodPage(id, null, locale),
    getDue(id, access.orgUnitIds, { today: day, until: isoDay(until) }, locale),
  ]);
  return (
    <AgreementFrame access={access} view="due" period={period}>
      <h1>{t("title", { count: due.length })}</h1>
      <p className="lead">{access.orgUnitIds ? t("lead") : t("leadAll")}</p>
      {due.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <DueTable org={slug} due={due.slice(0, MOST)} count={due.length} locale={locale} />
      )}
    </AgreementFrame>
  );
}
