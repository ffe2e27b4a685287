import { guarded } from "@/lib/access/route";
import { danishSpreadsheetCsv, tidyCsv } from "@/lib/export/csv/model";
import { tidyRows } from "@/lib/export/model";
import { handOutReport } from "@/lib/export/mutations";
import { askedLanguage } from "@/lib/language/asked";
import { keepWith } from "@/lib/memo/model";
import type { ReportView } from "@/lib/report/model";

const csv = keepWith<ReportView, string>();

/** Tidy CSV in the language of `?lang=`; `?for=excel` in the form a Danish spreadsheet opens by itself. */
export const GET = guarded<{ org: string; year: string }>("report.export", async (request, access, { year }) => {
  const isDanish = request.nextUrl.searchParams.get("for") === "excel";
  return handOutReport(access, { year, lang: await askedLanguage(request) }, "csv", (of, locale) =>
    csv(of, `${locale} ${isDanish}`, () => (isDanish ? danishSpreadsheetCsv : tidyCsv)(tidyRows(of, locale))),
  );
});
