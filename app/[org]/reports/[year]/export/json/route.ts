import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { fileResponse } from "@/lib/export/file/model";
import { tidyJson } from "@/lib/export/json/model";
import { tidyRows } from "@/lib/export/model";
import { getExportedReport } from "@/lib/export/queries";
import { keepWith } from "@/lib/memo/model";
import type { ReportView } from "@/lib/report/model";

const json = keepWith<ReportView, string>();

/** Tidy JSON in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>(
  "report.export",
  async ({ nextUrl: { searchParams } }, access, { year: text }) => {
    const { organisation } = access;
    const { of, year, locale } = await getExportedReport(
      organisation,
      text,
      searchParams.get("lang") ?? (await getLocale()),
    );
    await recordExport(database, access, "json", { year, locale });
    const content = json(of, locale, () => tidyJson(tidyRows(of, locale)));
    return fileResponse("json", { slug: organisation.slug, year, locale }, content);
  },
);
