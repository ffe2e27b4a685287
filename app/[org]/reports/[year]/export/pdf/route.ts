import { getTranslations } from "next-intl/server";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { fileResponse } from "@/lib/export/file/model";
import { getReportPdf } from "@/lib/export/pdf/queries";
import { getExportedReport } from "@/lib/export/queries";
import { askedLanguage } from "@/lib/language/asked";

/** The report on A4 in the language of `?lang=`; 503 with words on what to do while there is no browser to print it, or no turn. */
export const GET = guarded<{ org: string; year: string }>("report.export", async (request, access, { year: text }) => {
  const { organisation } = access;
  const { year, locale } = await getExportedReport(organisation, text, await askedLanguage(request));
  try {
    const pdf = await getReportPdf({ organisation, year, locale });
    await recordExport(database, access, "pdf", { year, locale });
    return fileResponse("pdf", { slug: organisation.slug, year, locale }, pdf);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json(
      { code: error.code, message: (await getTranslations())(error.code as "report.printBusy") },
      { status: 503, headers: { "retry-after": "5" } },
    );
  }
});
