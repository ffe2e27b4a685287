import { getYearView } from "@/lib/figure/queries";
import type { Locale } from "@/lib/language/model";
import { assembleReport, type ReportView } from "@/lib/report/model";
import { getReport } from "@/lib/report/queries";

/** The report of a year with its figures, in one language; null when the organisation has none for that year. */
export async function getReportView(
  organisation: { id: string; dataVersion: string },
  year: number,
  locale: Locale,
): Promise<ReportView | null> {
  const report = await getReport(organisation.id, year, locale);
  return report && assembleReport(report, await getYearView(organisation.id, organisation.dataVersion, year, locale));
}
