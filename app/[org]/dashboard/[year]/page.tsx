import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ApprovalNotice } from "@/components/approval/notice";
import { Dashboard } from "@/components/dashboard/dashboard";
import { DashboardTools } from "@/components/dashboard/tools";
import { EmptyYear } from "@/components/dashboard/empty-year";
import { TaskBanner } from "@/components/request/banner";
import { LineagePanel } from "@/components/lineage/panel";
import { Frame } from "@/components/shell/frame";
import { Still } from "@/components/ui/still/still";
import { requireYear } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { hasFigure } from "@/lib/dashboard/model";
import { selectionFrom } from "@/lib/dashboard/selection/model";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getYearView } from "@/lib/figure/queries";

type Props = { params: Promise<{ org: string; year: string }>; searchParams: Promise<{ vis?: string | string[] }> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : (await getTranslations("dashboard"))("title", { year }) };
}

/** The overview of a reporting year. */
export default async function DashboardPage({ params, searchParams }: Props) {
  const [{ access, year }, { vis }, locale] = await Promise.all([
    requireYear(params, "figure.read"),
    searchParams,
    getLocale(),
  ]);
  const view = await getYearView(access.organisation.id, access.organisation.dataVersion, year, locale);
  if (!view.allYears.some((period) => period.year === year)) notFound();
  const selection = selectionFrom(vis);
  return (
    <Frame access={access} place="dashboard" year={year} years={view.allYears}>
      <TaskBanner access={access} />
      <DashboardTools slug={access.organisation.slug} year={year} mayExport={may(access.roles, "report.export")} />
      <ApprovalNotice access={access} year={year} state={view.allYears.find((period) => period.year === year)?.state} />
      {view.kpis.some(hasFigure) ? (
        <Still of={view} name={`dashboard ${selection}`}>
          <Dashboard view={view} selection={selection} locale={locale} />
        </Still>
      ) : (
        <EmptyYear view={view} mayEnter={may(access.roles, "value.save")} />
      )}
      <LineagePanel />
    </Frame>
  );
}
