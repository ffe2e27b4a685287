import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { danishSpreadsheetCsv, tidyCsv } from "@/lib/export/csv/model";
import { fileResponse } from "@/lib/export/file/model";
import { tidyRows } from "@/lib/export/model";
import { getExportedReport } from "@/lib/export/queries";
import { keepWith } from "@/lib/memo/model";
import type { ReportView } from "@/lib/report/model";

const csv = keepWith<ReportView, string>();

/** Tidy CSV in the language of `?lang=`; `?for=excel` in the form a Danish spreadsheet opens by itself. */
export const GET = guarded<{ org: string; year: string }>(
  "report.export",
  async ({ nextUrl: { searchParams } }, access, { year: text }) => {
    const { organisation } = access;
    const { of, year, locale } = await getExportedReport(
      organisation,
      text,
      searchParams.get("lang") ?? (await getLocale()),
    );
    await recordExport(database, access, "csv", { year, locale });
    const isDanish = searchParams.get("for") === "excel";
    const content = csv(of, `${locale} ${isDanish}`, () =>
      (isDanish ? danishSpreadsheetCsv : tidyCsv)(tidyRows(of, locale)),
    );
    return fileResponse("csv", { slug: organisation.slug, year, locale }, content);
  },
);
