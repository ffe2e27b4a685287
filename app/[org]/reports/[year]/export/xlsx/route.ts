import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { fileResponse } from "@/lib/export/file/model";
import { sheetPlans } from "@/lib/export/model";
import { getExportedReport } from "@/lib/export/queries";
import { workbook } from "@/lib/export/xlsx/model";

/** The appendix as a workbook in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>(
  "report.export",
  async ({ nextUrl: { searchParams } }, { organisation }, { year: text }) => {
    const { of, year, locale } = await getExportedReport(
      organisation,
      text,
      searchParams.get("lang") ?? (await getLocale()),
    );
    return fileResponse("xlsx", { slug: organisation.slug, year, locale }, await workbook(sheetPlans(of, locale)));
  },
);
