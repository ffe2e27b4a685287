import type { Locale } from "@/lib/language/model";

/** What an organisation is called in a language: in English by its English name, where it has one. */
export function nameIn({ name, nameEn }: { name: string; nameEn?: string }, locale: Locale): string {
  return locale === "en" && nameEn ? nameEn : name;
}
