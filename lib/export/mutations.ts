import type { Access } from "@/lib/access/model";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { fileResponse } from "@/lib/export/file/model";
import { getExportedReport } from "@/lib/export/queries";
import type { Locale } from "@/lib/language/model";
import type { ReportView } from "@/lib/report/model";

/** Hands out the report of a year as a file made of its figures; who took it along is in the trail before anything leaves. */
export async function handOutReport(
  access: Access,
  asked: { year: string; lang: string },
  type: "csv" | "json" | "xlsx",
  make: (of: ReportView, locale: Locale) => string | Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const { organisation } = access;
  const { of, year, locale } = await getExportedReport(organisation, asked.year, asked.lang);
  await recordExport(database, access, type, { year, locale });
  return fileResponse(type, { slug: organisation.slug, year, locale }, await make(of, locale));
}
