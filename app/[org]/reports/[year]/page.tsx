import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ApprovalNotice } from "@/components/approval/notice";
import { LineagePanel } from "@/components/lineage/panel";
import { ContentsList } from "@/components/report/contents";
import { ReportDocument } from "@/components/report/report-document";
import { NoReport, ReportTools } from "@/components/report/report-tools";
import { Frame } from "@/components/shell/frame";
import { requireYear } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { yearFrom } from "@/lib/dashboard/year/model";
import { listPeriods } from "@/lib/report/queries";
import { yearToGoOnFrom } from "@/lib/report/rolling/queries";
import { reportWords } from "@/lib/report/notation/model";
import { getOfferedReport } from "@/lib/report/view/queries";

type Props = { params: Promise<{ org: string; year: string }> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : `${(await getTranslations("report"))("title")} ${year}` };
}

/** The annual report of a year, made for reading and for printing. */
export default async function ReportPage({ params }: Props) {
  const [{ access, year }, readers, received] = await Promise.all([
    requireYear(params, "report.read"),
    getLocale(),
    headers(),
  ]);
  const { organisation, roles } = access;
  const [{ of, locale }, periods] = await Promise.all([
    getOfferedReport(organisation, year, readers),
    listPeriods(organisation.id),
  ]);
  if (!periods.some((period) => period.year === year)) notFound();
  if (!of) {
    return (
      <Frame access={access} place="reports" year={year} years={periods}>
        <NoReport
          slug={organisation.slug}
          year={year}
          mayEdit={may(roles, "report.edit")}
          before={await yearToGoOnFrom(organisation.id, year)}
        />
      </Frame>
    );
  }
  const words = reportWords(locale).report;
  const below = (
    <nav className="report-rail" aria-label={words.sections}>
      <p aria-hidden="true">{words.sections}</p>
      <ContentsList of={of} locale={locale} />
    </nav>
  );
  return (
    <Frame access={access} place="reports" year={year} years={periods} wide below={below}>
      <ReportTools
        slug={organisation.slug}
        year={year}
        title={of.report.title}
        lang={locale}
        mayEdit={may(roles, "report.edit")}
        mayExport={may(roles, "report.export")}
      />
      <ApprovalNotice access={access} year={year} state={periods.find((period) => period.year === year)?.state} />
      <ReportDocument
        of={of}
        lineageBase={`/${organisation.slug}/figures`}
        locale={locale}
        nonce={received.get("x-nonce") ?? undefined}
      />
      <LineagePanel />
    </Frame>
  );
}
