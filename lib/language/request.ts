import type {} from "next-intl";
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messages } from "@/lib/language/messages";
import { defaultLocale, isLocale, localeCookie, timeZone, type Locale } from "@/lib/language/model";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: (typeof messages)["da"];
  }
}

/**
 * Language of a request: the one asked for explicitly (getTranslations({ locale })), else the reader's choice from the
 * cookie, else Danish. Addresses carry no language, so a link opens in the language of whoever follows it.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  return { locale, messages: messages[locale], timeZone };
});
