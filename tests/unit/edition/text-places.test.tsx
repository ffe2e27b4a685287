import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TextDifferences } from "@/components/edition/text-differences";
import { textDifferences } from "@/lib/edition/comparison/text/model";
import type { FrozenText } from "@/lib/edition/texts/model";
import { messages } from "@/lib/language/messages";
import { timeZone, type Locale } from "@/lib/language/model";

const pictureId = "5e1f0c3a-7d24-4f0e-9c5b-6a1f2b3c4d5e";
const text = (place: string, da: string, en = da): FrozenText => ({ place, da, en });
const shared = [text("producer title", "Ansvarlig producent", "Responsible producer")];
const names = { kpis: { water: { da: "Vand", en: "Water" } }, pictures: { [pictureId]: "hav.svg" } };
const before = [...shared, text("producer/1 text body", "Vi køber strøm.", "We buy power.")];
const after = [
  text("cover picture", pictureId),
  ...shared,
  text("producer/1 chart title", "Vand", "Water"),
  text("producer/1 chart drawn", "line: water"),
  text("producer/2 text body", "Vi køber grøn strøm.", "We buy power."),
];

const page = (locale: Locale) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={timeZone}>
      <TextDifferences texts={textDifferences(before, after)} names={names} />
    </NextIntlClientProvider>,
  )
    .replace(/<\/t[rh]>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("  ", " ");

it("says where a text stands and what stands there in the reader's words", () => {
  const danish = page("da");
  expect(danish).toContain("Forsidens billede \n");
  expect(danish).toContain("hav.svg");
  expect(danish).toContain("Ansvarlig producent, tekst dansk");
  expect(danish).toContain("Ansvarlig producent, figur »Vand«, indhold \n");
  expect(danish).toContain("Linjer: Vand");
  expect(page("en")).toContain("Responsible producer, chart “Water”, contents \n");
  for (const words of [danish, page("en")]) expect(words).not.toMatch(/producer\/|cover picture|drawn|5e1f0c3a/);
});
