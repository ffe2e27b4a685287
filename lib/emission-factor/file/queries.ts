import type { Locale } from "@/lib/language/model";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { judgeFile, type FileJudgement } from "./model";

/** Judges a file of factors against the organisation's as they are now. */
export async function judgeFactorFile(organisationId: string, csv: string, locale: Locale): Promise<FileJudgement> {
  const { versions } = await loadFactorBook(organisationId);
  return judgeFile(csv, versions, locale);
}
