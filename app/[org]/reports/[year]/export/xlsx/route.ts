import { guarded } from "@/lib/access/route";
import { sheetPlans } from "@/lib/export/model";
import { handOutReport } from "@/lib/export/mutations";
import { workbook } from "@/lib/export/xlsx/model";
import { askedLanguage } from "@/lib/language/asked";
import { keepWith } from "@/lib/memo/model";
import type { ReportView } from "@/lib/report/model";

const xlsx = keepWith<ReportView, Promise<Buffer<ArrayBuffer>>>();

/** The appendix as a workbook in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>("report.export", async (request, access, { year }) =>
  handOutReport(access, { year, lang: await askedLanguage(request) }, "xlsx", (of, locale) =>
    xlsx(of, locale, () => workbook(sheetPlans(of, locale))),
  ),
);
