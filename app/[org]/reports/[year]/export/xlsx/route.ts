import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { fileResponse } from "@/lib/export/file/model";
import { sheetPlans } from "@/lib/export/model";
import { getExportedReport } from "@/lib/export/queries";
import { workbook } from "@/lib/export/xlsx/model";
import { keepWith } from "@/lib/memo/model";
import type { ReportView } from "@/lib/report/model";

const xlsx = keepWith<ReportView, Promise<Buffer<ArrayBuffer>>>();

/** The appendix as a workbook in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>(
  "report.export",
  async ({ nextUrl: { searchParams } }, access, { year: text }) => {
    const { organisation } = access;
    const { of, year, locale } = await getExportedReport(
      organisation,
      text,
      searchParams.get("lang") ?? (await getLocale()),
    );
    await recordExport(database, access, "xlsx", { year, locale });
    const content = await xlsx(of, locale, () => workbook(sheetPlans(of, locale)));
    return fileResponse("xlsx", { slug: organisation.slug, year, locale }, content);
  },
);
