import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";

/** Remembers a person's language on the account, for the next sign-in elsewhere. A preference, not a figure: no history is kept. */
export async function rememberLocale(userId: string, locale: Locale): Promise<void> {
  await database.user.update({ where: { id: userId }, data: { locale }, select: { id: true } });
}
