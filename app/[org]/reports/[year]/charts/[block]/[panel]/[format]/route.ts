import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { inlinedFaces } from "@/lib/chart/typeface/queries";
import { pictureOf } from "@/lib/chromium/picture";
import { database } from "@/lib/database/client";
import { getExportedReport } from "@/lib/export/queries";
import { attachment } from "@/lib/kept-file/model";
import { askedLanguage } from "@/lib/language/asked";
import { chartParts } from "@/lib/report/part/model";

type Params = { org: string; year: string; block: string; panel: string; format: string };

const types = { svg: "image/svg+xml", png: "image/png", csv: "text/csv; charset=utf-8" } as const;
const isFormat = (format: string): format is keyof typeof types => format in types;

/** One drawing of a report, in the language of `?lang=`: as drawing, picture or figures. */
export const GET = guarded<Params>("report.export", async (request, access, { year: text, block, panel, format }) => {
  if (!isFormat(format)) throw new Refusal("access.notFound");
  const { of, year, locale } = await getExportedReport(access.organisation, text, await askedLanguage(request));
  const part = chartParts(of, locale).find((one) => one.blockId === block && String(one.panel) === panel);
  if (!part) throw new Refusal("access.notFound");
  const svg = async () => part.svg(await inlinedFaces());
  const body = format === "csv" ? part.csv() : format === "svg" ? await svg() : await pictureOf(await svg());
  await recordExport(database, access, "chart", { year, locale, format, block, panel: part.panel });
  const name = `${access.organisation.slug}-${year}-${locale}-${part.name}.${format}`;
  return new Response(body, {
    headers: { "content-type": types[format], "content-disposition": attachment(name), "content-language": locale },
  });
});
