import type { SignInAgainWords } from "@/components/session/sign-in-again";

/** Words of the entry sheet in one language. Only their types are imported: the browser gets one language, as plain data. */
export type EntryWords = (typeof import("@/lib/language/messages/da/entry.json"))["sheet"] & {
  refusal: (typeof import("@/lib/language/messages/da/number.json"))["refusal"] &
    (typeof import("@/lib/language/messages/da/number.json"))["split"] &
    (typeof import("@/lib/language/messages/da/value.json"))["refusal"];
  question: (typeof import("@/lib/language/messages/da/value.json"))["question"];
  use: string;
  again: SignInAgainWords;
};

/** Puts values into a text's {places}. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
