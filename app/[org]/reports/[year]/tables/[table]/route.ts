import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { fileTypes } from "@/lib/export/file/model";
import { getExportedReport } from "@/lib/export/queries";
import { attachment } from "@/lib/kept-file/model";
import { askedLanguage } from "@/lib/language/asked";
import { tableParts } from "@/lib/report/part/model";

/** One table of a report as CSV, as printed, in the language of `?lang=`: a part of the appendix by its letter, or a table block. */
export const GET = guarded<{ org: string; year: string; table: string }>(
  "report.export",
  async (request, access, { year: text, table }) => {
    const { of, year, locale } = await getExportedReport(access.organisation, text, await askedLanguage(request));
    const part = tableParts(of, locale).find((one) => one.table === table);
    if (!part) throw new Refusal("access.notFound");
    await recordExport(database, access, "table", { year, locale, table });
    const name = `${access.organisation.slug}-${year}-${locale}-${table.slice(0, 8)}.csv`;
    return new Response(part.csv(), {
      headers: {
        "content-type": fileTypes.csv,
        "content-disposition": attachment(name),
        "content-language": locale,
      },
    });
  },
);
