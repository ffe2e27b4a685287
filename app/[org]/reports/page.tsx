import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Frame } from "@/components/shell/frame";
import { ReportList } from "@/components/report/report-list";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { listPeriods, listReports } from "@/lib/report/queries";

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("report"))("reports") };
}

/** The organisation's reports, newest first. */
export default async function ReportsPage({ params }: { params: Promise<{ org: string }> }) {
  const [{ org }, locale] = await Promise.all([params, getLocale()]);
  const access = await requireAccess(org, "report.read");
  const [reports, periods] = await Promise.all([
    listReports(access.organisation.id, locale),
    listPeriods(access.organisation.id),
  ]);
  return (
    <Frame
      access={access}
      place="reports"
      year={reports[0]?.year ?? periods.at(-1)?.year ?? new Date().getFullYear()}
      years={periods}
    >
      <ReportList
        slug={access.organisation.slug}
        reports={reports}
        periods={periods}
        mayEdit={may(access.roles, "report.edit")}
        mayExport={may(access.roles, "report.export")}
      />
    </Frame>
  );
}
