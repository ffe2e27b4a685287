import { Refusal } from "@/lib/access/refusal";
import type { Organisation } from "@/lib/report/reference/queries";
import type { ReportView } from "@/lib/report/model";
import { getReportView } from "@/lib/report/view/queries";
import { frozenFigures } from "../figures/model";
import { DRAWN, FIGURES, jsonBytes, sha256, TEXTS, type EditionFile } from "../model";
import { frozenTexts } from "../texts/model";

/** What an edition would say now: the report in both languages, its figures and texts as files, their digests. */
export type Contents = {
  views: { da: ReportView; en: ReportView };
  files: EditionFile[];
  /** Of the figures: printed in the report. */
  figuresDigest: string;
  /** Of figures, texts and what else is drawn: changes with any. */
  digest: string;
};

/** The contents of the report of a year as it is now. Refuses `access.notFound` without a report. */
export async function getContents(organisation: Organisation, year: number): Promise<Contents> {
  const [da, en] = await Promise.all([
    getReportView(organisation, year, "da"),
    getReportView(organisation, year, "en"),
  ]);
  if (!da || !en) throw new Refusal("access.notFound");
  const figures = jsonBytes(frozenFigures({ da: da.view, en: en.view }));
  const texts = jsonBytes(frozenTexts({ da: da.report, en: en.report }));
  const mediaType = "application/json";
  const isDrawn = [da.parts.drivers, da.parts.orgUnits].some((parts) => Object.keys(parts).length > 0);
  const drawn = isDrawn ? jsonBytes({ da: da.parts, en: en.parts }) : null;
  return {
    views: { da, en },
    files: [
      { path: FIGURES, mediaType, bytes: figures },
      { path: TEXTS, mediaType, bytes: texts },
      ...(drawn ? [{ path: DRAWN, mediaType, bytes: drawn }] : []),
    ],
    figuresDigest: sha256(figures),
    digest: sha256([figures, texts, ...(drawn ? [drawn] : [])].map(sha256).join("")),
  };
}
