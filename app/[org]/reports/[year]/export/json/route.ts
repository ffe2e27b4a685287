import { guarded } from "@/lib/access/route";
import { tidyJson } from "@/lib/export/json/model";
import { tidyRows } from "@/lib/export/model";
import { handOutReport } from "@/lib/export/mutations";
import { askedLanguage } from "@/lib/language/asked";
import { keepWith } from "@/lib/memo/model";
import type { ReportView } from "@/lib/report/model";

const json = keepWith<ReportView, string>();

/** Tidy JSON in the language of `?lang=`. */
export const GET = guarded<{ org: string; year: string }>("report.export", async (request, access, { year }) =>
  handOutReport(access, { year, lang: await askedLanguage(request) }, "json", (of, locale) =>
    json(of, locale, () => tidyJson(tidyRows(of, locale))),
  ),
);
