import { drawAhead, printPage, type PageNumbers } from "@/lib/chromium/print";
import { issueTicket } from "@/lib/access/ticket";
import { countUnapproved } from "@/lib/approval/queries";
import type { Admission } from "@/lib/report/ticket/model";

/** PDFs kept; each is some hundred kilobytes. */
const KEPT = 8;

const pdfs = new Map<string, Promise<Buffer<ArrayBuffer>>>();
/** Page numbers of the last print of each report: a changed figure seldom moves a chapter. */
const numbers = new Map<string, PageNumbers>();

/**
 * The report as PDF. The same figures, words and approvals make the same file, so it is printed once per version of the
 * organisation's data and number of figures that are not approved, also when several ask at once.
 */
export async function getReportPdf(admission: Admission): Promise<Buffer<ArrayBuffer>> {
  const { organisation, year, locale } = admission;
  const unapproved = await countUnapproved(organisation.id, year);
  const key = [organisation.id, organisation.dataVersion, year, locale, unapproved].join(" ");
  // While developing, the page changes without the data.
  const known = process.env.NODE_ENV === "production" ? pdfs.get(key) : undefined;
  if (known) return known;
  const made = print({ ...admission, unapproved });
  pdfs.set(key, made);
  made.catch(() => pdfs.delete(key));
  if (pdfs.size > KEPT) pdfs.delete(pdfs.keys().next().value!);
  return made;
}

async function print(admission: Admission): Promise<Buffer<ArrayBuffer>> {
  const { organisation, year, locale } = admission;
  const report = [organisation.id, year, locale].join(" ");
  const path = () => `/print/${issueTicket(admission)}`;
  const printed = printPage(path, locale, numbers.get(report));
  void drawAhead(path(), locale);
  const { pdf, pages } = await printed;
  numbers.set(report, pages);
  return pdf;
}
