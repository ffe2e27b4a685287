import { timeZone, type Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";

/** When something was stored: by the hour today, else the day. */
export function whenSaved(at: string | null, today: string, locale: Locale): string {
  if (!at) return "";
  const date = new Date(at);
  return dayOf(date) === today ? formatTime(date, locale) : formatDate(date, locale);
}

// Swedish dates are written as ISO's. Made once: a sheet asks for every cell.
const days = new Intl.DateTimeFormat("sv-SE", { timeZone });

/** The day in Copenhagen, as ISO. */
export function dayOf(date: Date): string {
  return days.format(date);
}
