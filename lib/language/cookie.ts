import "server-only";
import { cookies } from "next/headers";
import { isHttps } from "@/lib/access/origin";
import { localeCookie, type Locale } from "@/lib/language/model";

const oneYear = 365 * 24 * 60 * 60;

/** Remembers a language in this browser for a year. Only inside a server action or route handler. */
export async function keepLocale(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookie, locale, {
    maxAge: oneYear,
    path: "/",
    sameSite: "lax",
    httpOnly: true,
    secure: isHttps(),
  });
}
