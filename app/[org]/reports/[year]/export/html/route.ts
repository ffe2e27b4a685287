import { issueTicket } from "@/lib/access/ticket";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { freezePage } from "@/lib/chromium/freeze";
import { database } from "@/lib/database/client";
import { standaloneHtml } from "@/lib/edition/html/model";
import { inlinedFaces } from "@/lib/edition/typeface/queries";
import { fileResponse } from "@/lib/export/file/model";
import { getExportedReport } from "@/lib/export/queries";
import { askedLanguage } from "@/lib/language/asked";

/** The report as it is now, as one page that needs no script, server or network, in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>("report.export", async (request, access, { year: text }) => {
  const { organisation } = access;
  const { year, locale } = await getExportedReport(organisation, text, await askedLanguage(request));
  const page = await freezePage(() => `/print/${issueTicket({ organisation, year, locale })}`, locale);
  await recordExport(database, access, "html", { year, locale });
  return fileResponse(
    "html",
    { slug: organisation.slug, year, locale },
    standaloneHtml(page, locale, await inlinedFaces()),
  );
});
