import daBeside from "@/lib/language/messages/da/beside.json";
import daEntry from "@/lib/language/messages/da/entry.json";
import daEvidence from "@/lib/language/messages/da/evidence.json";
import enBeside from "@/lib/language/messages/en/beside.json";
import enEntry from "@/lib/language/messages/en/entry.json";
import enEvidence from "@/lib/language/messages/en/evidence.json";
import type { Locale } from "@/lib/language/model";

/** Words of what stands beside a value, in one language. The browser gets one language, as plain data. */
export type BesideWords = typeof daBeside & {
  status: (typeof daEntry)["sheet"]["glyph"];
  /** Refusals of a file that the browser can tell by itself. */
  tooBig: string;
  noFile: string;
};

/** Both languages; for the server alone. */
export const besideWords: Record<Locale, BesideWords> = {
  da: { ...daBeside, status: daEntry.sheet.glyph, tooBig: daEvidence.tooBig, noFile: daEvidence.noFile },
  en: { ...enBeside, status: enEntry.sheet.glyph, tooBig: enEvidence.tooBig, noFile: enEvidence.noFile },
};
