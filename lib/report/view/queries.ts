import { getYearView } from "@/lib/figure/queries";
import type { Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
import { assembleReport, type ReportView } from "@/lib/report/model";
import { panelParts } from "@/lib/report/panel/queries";
import { getReport } from "@/lib/report/queries";
import { referenceSource } from "@/lib/report/reference/queries";
import { boundReport } from "@/lib/report/reference/report/model";

const KEPT_VIEWS = 32;

/**
 * The report of a year with its figures, in one language; null when the organisation has none for that year. One view
 * per version of the organisation's data, as with `getYearView`: a text is part of that data too.
 */
export function getReportView(
  { id, dataVersion }: { id: string; dataVersion: string },
  year: number,
  locale: Locale,
): Promise<ReportView | null> {
  return reportView(id, dataVersion, year, locale);
}

/** The report in the reader's language or, where it is not offered in that, in the first it is offered in. */
export async function getOfferedReport(
  organisation: { id: string; dataVersion: string },
  year: number,
  locale: Locale,
): Promise<{ of: ReportView | null; locale: Locale }> {
  const of = await getReportView(organisation, year, locale);
  const [first = locale, ...others] = of?.report.house?.languages ?? [];
  if (first === locale || others.includes(locale)) return { of, locale };
  return { of: await getReportView(organisation, year, first), locale: first };
}

const reportView = memo(
  KEPT_VIEWS,
  async (organisationId: string, dataVersion: string, year: number, locale: Locale): Promise<ReportView | null> => {
    const report = await getReport(organisationId, year, locale);
    if (!report) return null;
    const [view, source] = await Promise.all([
      getYearView(organisationId, dataVersion, year, locale),
      referenceSource({ id: organisationId, dataVersion }, year, locale),
    ]);
    const parts = await panelParts({ id: organisationId, dataVersion }, report, view, locale);
    return assembleReport(boundReport(report, source), view, parts);
  },
);
