import { issueTicket } from "@/lib/access/ticket";
import { freezePage } from "@/lib/chromium/freeze";
import { printPage } from "@/lib/chromium/print";
import { tidyCsv } from "@/lib/export/csv/model";
import { fileTypes } from "@/lib/export/file/model";
import { tidyJson } from "@/lib/export/json/model";
import { sheetPlans, tidyRows } from "@/lib/export/model";
import { workbook } from "@/lib/export/xlsx/model";
import { locales, type Locale } from "@/lib/language/model";
import type { ReportView } from "@/lib/report/model";
import { carriedName, carriedPictures, type CarriedSize } from "@/lib/picture/edition/model";
import { getPictureSize } from "@/lib/picture/queries";
import { chartParts, tableParts } from "@/lib/report/part/model";
import type { EditionMark } from "@/lib/report/ticket/model";
import type { Organisation } from "@/lib/report/reference/queries";
import type { Contents } from "../contents/queries";
import { standaloneHtml } from "../html/model";
import { carriedFaces } from "../typeface/queries";
import { MANIFEST, SVG, jsonBytes, type EditionFile } from "../model";
import type { Progress } from "../progress/model";
import { manifestOf } from "../manifest/model";

/** Which edition of which report is made. */
export type Making = { organisation: Organisation & { slug: string }; year: number; mark: EditionMark };

/**
 * Every file of an edition, its manifest last: a page, a PDF, a workbook, CSV, JSON, each drawing and each table in each
 * language, the figures and the texts. Refuses `report.browserMissing` and `report.printBusy` as the PDF does.
 * `tell` hears how far it has come.
 */
export async function makeFiles(
  making: Making,
  contents: Contents,
  tell: (progress: Progress) => void = () => {},
): Promise<EditionFile[]> {
  // Of each language a page and a PDF are drawn; everything else takes no time.
  const progress: Progress = { step: "drawing", done: 0, of: locales.length * 2 };
  const drawn = <Thing>(thing: Thing): Thing => {
    progress.done += 1;
    tell({ ...progress, step: progress.done < progress.of ? "drawing" : "saving" });
    return thing;
  };
  tell({ ...progress });
  const faces = await carriedFaces();
  const made = await Promise.all(
    locales.map((locale) => filesIn(making, contents.views[locale], locale, faces.rules, drawn)),
  );
  const pictures = await picturesIn(
    making.organisation.slug,
    made.flatMap(({ sizes }) => sizes),
  );
  const files = [...contents.files, ...made.flatMap(({ files: of }) => of), ...faces.files, ...pictures];
  const { slug, name } = contents.views.da.view.organisation;
  const { number: edition, day: publishedOn } = making.mark;
  const manifest = manifestOf({ organisation: { slug, name }, year: making.year, edition, publishedOn }, files);
  return [...files, { path: MANIFEST, mediaType: "application/json", bytes: jsonBytes(manifest) }];
}

async function filesIn(
  { organisation, year, mark }: Making,
  of: ReportView,
  locale: Locale,
  faces: string,
  drawn: <Thing>(thing: Thing) => Thing,
) {
  const path = () => `/print/${issueTicket({ organisation, year, locale, edition: mark })}`;
  const [captured, { pdf }, xlsx] = await Promise.all([
    freezePage(path, locale).then(drawn),
    printPage(path, locale).then(drawn),
    workbook(sheetPlans(of, locale)),
  ]);
  const rows = tidyRows(of, locale);
  const file = (name: string, mediaType: string, content: string | Uint8Array<ArrayBuffer>): EditionFile => ({
    ...{ path: `${locale}/${name}`, mediaType },
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  });
  const { html, sizes } = carriedPictures(standaloneHtml(captured, locale, faces), organisation.slug);
  const files = [
    file("index.html", "text/html; charset=utf-8", html),
    file("report.pdf", fileTypes.pdf, pdf),
    file("figures.xlsx", fileTypes.xlsx, xlsx),
    file("figures.csv", fileTypes.csv, tidyCsv(rows)),
    file("figures.json", fileTypes.json, tidyJson(rows)),
    ...chartParts(of, locale).map((part) => file(`chart-${part.name}.svg`, SVG, part.svg(""))),
    ...tableParts(of, locale).map(({ name, csv }) => file(`table-${name.toLowerCase()}.csv`, fileTypes.csv, csv())),
  ];
  return { files, sizes };
}

/** The pictures that the pages show, each size once, whichever language shows it. */
async function picturesIn(slug: string, sizes: CarriedSize[]): Promise<EditionFile[]> {
  const once = new Map(sizes.map((size) => [carriedName(size), size]));
  return Promise.all(
    [...once].map(async ([path, { id, width }]) => {
      const found = await getPictureSize(slug, id, width);
      if (!found) throw new Error(`an edition shows the picture ${path}, which is not there`);
      return { path, mediaType: "image/jpeg", bytes: found.bytes };
    }),
  );
}
