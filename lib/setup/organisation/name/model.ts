import type { Locale } from "@/lib/language/model";

/** What an organisation is called in a language: in English by its English name, where it has one. */
export function nameIn({ name, nameEn }: { name: string; nameEn?: string }, locale: Locale): string {
  return locale === "en" && nameEn ? nameEn : name;
}

/** A set-up's organisation under the name it is given. Its English name says the name beside it, so another name begins without one. */
export function renamed<Named extends { name: string; nameEn: string }>(organisation: Named, name: string): Named {
  return { ...organisation, name, nameEn: organisation.name === name ? organisation.nameEn : "" };
}
