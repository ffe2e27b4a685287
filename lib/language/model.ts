/** A language the whole product speaks. Danish is written as in Denmark, English as in Britain. */
export type Locale = "da" | "en";

/** Every language, the default first. */
export const locales = ["da", "en"] as const satisfies readonly Locale[];

/** The language of a reader who has not chosen one. */
export const defaultLocale: Locale = "da";

/** The zone every date and time is shown in, whatever the server's or the reader's own: a year ends at midnight in Copenhagen. */
export const timeZone = "Europe/Copenhagen";

/** Name of the cookie that remembers a reader's choice. */
export const localeCookie = "locale";

/** Whether something from outside (a cookie, a form) names a language we speak. */
export function isLocale(candidate: unknown): candidate is Locale {
  return locales.some((locale) => locale === candidate);
}

/**
 * A remark as a reader of the language sees it. Whoever writes for both languages writes the Danish first and the
 * English behind a bar: "Varmen er forbruget i 2022. | The heat is the consumption of 2022."; other remarks are shown
 * as they were written.
 */
export function remarkIn(remark: string, locale: Locale): string {
  const [danish = "", english, ...more] = remark.split(" | ");
  if (english === undefined || more.length > 0) return remark;
  return locale === "da" ? danish : english;
}

/** The remark after a reader of the language said otherwise: the half for the other language stays, until the reader takes the remark away or writes both. */
export function remarkWith(remark: string, said: string, locale: Locale): string {
  if (said === remarkIn(remark, locale)) return remark;
  const [danish = "", english, ...more] = remark.split(" | ");
  if (english === undefined || more.length > 0 || said === "" || said.includes(" | ")) return said;
  return locale === "da" ? `${said} | ${english}` : `${danish} | ${said}`;
}
