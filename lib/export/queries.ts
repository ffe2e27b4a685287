import { Refusal } from "@/lib/access/refusal";
import { yearFrom } from "@/lib/dashboard/year/model";
import { isLocale, type Locale } from "@/lib/language/model";
import type { ReportView } from "@/lib/report/model";
import { getReportView } from "@/lib/report/view/queries";

/** The report an export's address asks for. A year without a report, or a language we do not speak, does not exist: `access.notFound`. */
export async function getExportedReport(
  organisation: { id: string; dataVersion: string },
  yearText: string,
  lang: string,
): Promise<{ of: ReportView; year: number; locale: Locale }> {
  const year = yearFrom(yearText);
  if (year === null || !isLocale(lang)) throw new Refusal("access.notFound");
  const of = await getReportView(organisation, year, lang);
  if (!of) throw new Refusal("access.notFound");
  return { of, year, locale: lang };
}
