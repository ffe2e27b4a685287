import { database } from "@/lib/database/client";
import type { AgreementPeriod as Row } from "@/lib/database/generated/client";
import { timeZone, type Locale } from "@/lib/language/model";
import { dayIn } from "@/lib/request/model";
import type { AgreementPeriod } from "./model";

/** Every period of the organisation, the newest first. */
export async function getAgreementPeriods(organisationId: string, locale: Locale): Promise<AgreementPeriod[]> {
  const rows = await database.agreementPeriod.findMany({ where: { organisationId }, orderBy: { from: "desc" } });
  return rows.map((row) => periodOf(row, locale));
}

/** A row as the rest of the room speaks of it. */
function periodOf(row: Row, locale: Locale): AgreementPeriod {
  const { id, code, followUpMonths, previousId } = row;
  const note = locale === "da" ? row.noteDa : row.noteEn;
  return { id, code, from: isoDay(row.from), to: isoDay(row.to), note, followUpMonths, previousId };
}

/** The ISO day of a date column. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Today as an ISO day, where the organisations are: just after midnight it is no longer yesterday. */
export function today(): string {
  return dayIn(new Date(), timeZone);
}
