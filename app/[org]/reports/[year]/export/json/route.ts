import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { fileResponse } from "@/lib/export/file/model";
import { tidyJson } from "@/lib/export/json/model";
import { tidyRows } from "@/lib/export/model";
import { getExportedReport } from "@/lib/export/queries";

/** Tidy JSON in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>(
  "report.export",
  async ({ nextUrl: { searchParams } }, { organisation }, { year: text }) => {
    const { of, year, locale } = await getExportedReport(
      organisation,
      text,
      searchParams.get("lang") ?? (await getLocale()),
    );
    return fileResponse("json", { slug: organisation.slug, year, locale }, tidyJson(tidyRows(of, locale)));
  },
);
