import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";

/** The language in which a file is asked for: what `?lang=` says, be it one we speak or not, else the reader's own. */
export async function askedLanguage({ nextUrl }: NextRequest): Promise<string> {
  return nextUrl.searchParams.get("lang") ?? (await getLocale());
}
