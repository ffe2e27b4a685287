import daBeside from "@/lib/language/messages/da/beside.json";
import daEntry from "@/lib/language/messages/da/entry.json";
import enBeside from "@/lib/language/messages/en/beside.json";
import enEntry from "@/lib/language/messages/en/entry.json";
import type { Locale } from "@/lib/language/model";

/** Words of what stands beside a value, in one language. The browser gets one language, as plain data. */
export type BesideWords = typeof daBeside & { status: (typeof daEntry)["sheet"]["glyph"] };

/** Both languages; for the server alone. */
export const besideWords: Record<Locale, BesideWords> = {
  da: { ...daBeside, status: daEntry.sheet.glyph },
  en: { ...enBeside, status: enEntry.sheet.glyph },
};
