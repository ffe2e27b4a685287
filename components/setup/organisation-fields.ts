import type { Say } from "@/lib/language/saying/model";
import type { FormField } from "@/components/session/action-form";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { findOrganisation } from "@/lib/setup/organisation/queries";

type Organisation = Awaited<ReturnType<typeof findOrganisation>>;

/** The fields of the organisation's form, filled with what holds now. */
export function organisationFields(say: Say, now: Organisation, locale: Locale): FormField[] {
  const word = (key: string) => say(`organisation.${key}`);
  const text = (name: string, value: string, label = name, hint?: string): FormField => ({
    kind: "text",
    name,
    label: word(label),
    hint: hint && word(hint),
    value,
  });
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return [
    text("name", now.name, "name", "nameHint"),
    text("nameEn", now.nameEn, "nameEn", "nameEnHint"),
    text("colour", now.colour, "colour", "colourHint"),
    text("country", now.country, "country", "countryHint"),
    text("currency", now.currency, "currency", "currencyHint"),
    {
      kind: "select",
      name: "yearBeginsInMonth",
      label: word("yearBegins"),
      hint: word("yearBeginsHint"),
      choices: Array.from({ length: 12 }, (_, at) => ({
        value: String(at + 1),
        label: month.format(new Date(Date.UTC(2024, at, 1))),
      })),
      chosen: String(now.yearBeginsInMonth),
    },
    {
      kind: "many",
      name: "languages",
      label: word("languages"),
      choices: ["da", "en"].map((value) => ({ value, label: word(`language.${value}`) })),
      chosen: now.languages,
    },
    text("suppressBelowCases", String(now.suppressBelowCases), "suppressBelowCases", "suppressBelowCasesHint"),
    text("suppressBelowReplies", String(now.suppressBelowReplies)),
    text("materialityPercent", formatDecimal(now.materialityPercent, locale), "materiality", "materialityHint"),
    {
      kind: "select",
      name: "fteKpi",
      label: word("fteKpi"),
      hint: word("fteKpiHint"),
      choices: [
        { value: "", label: say("none") },
        ...now.heads.map(({ code, nameDa, nameEn }) => ({ value: code, label: locale === "da" ? nameDa : nameEn })),
      ],
      chosen: now.fteKpi ?? "",
    },
  ];
}
