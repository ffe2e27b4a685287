import { printPage } from "@/lib/chromium/print";
import { issueTicket } from "@/lib/access/ticket";
import type { Admission } from "@/lib/report/ticket/model";

/** PDFs kept; each is some hundred kilobytes. */
const KEPT = 8;

const kept = globalThis as { reportPdfs?: Map<string, Promise<Buffer<ArrayBuffer>>> };
const pdfs = (kept.reportPdfs ??= new Map<string, Promise<Buffer<ArrayBuffer>>>());

/**
 * The report as PDF. The same figures and words make the same file, so it is printed once per version of the
 * organisation's data, also when several ask at once.
 */
export function getReportPdf(admission: Admission): Promise<Buffer<ArrayBuffer>> {
  const { organisation, year, locale } = admission;
  const key = [organisation.id, organisation.dataVersion, year, locale].join(" ");
  // While developing, the page changes without the data.
  const known = process.env.NODE_ENV === "production" ? pdfs.get(key) : undefined;
  if (known) return known;
  const made = printPage(`/print/${issueTicket(admission)}`, locale);
  pdfs.set(key, made);
  made.catch(() => pdfs.delete(key));
  if (pdfs.size > KEPT) pdfs.delete(pdfs.keys().next().value!);
  return made;
}
