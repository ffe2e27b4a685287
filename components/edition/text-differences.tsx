import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { drawnSaid } from "@/lib/edition/comparison/drawn/model";
import { isPicture, type TextDifference, type TextPlace } from "@/lib/edition/comparison/text/model";
import { isLocale, type Locale } from "@/lib/language/model";

/** Names of what the texts hold by a code. */
export type TextNames = {
  /** Names of KPIs, by code. */
  kpis: Record<string, { da: string; en: string }>;
  /** What the files of pictures were called, by id. */
  pictures: Record<string, string>;
};

/** Texts that two editions say otherwise, each with where it stands. */
export function TextDifferences({ texts, names }: { texts: TextDifference[]; names: TextNames }) {
  const t = useTranslations("edition");
  const placeName = usePlaceName();
  const said = useSaid(names);
  if (texts.length === 0) return null;
  return (
    <section className="comparison-part">
      <h2>{t("comparison.texts")}</h2>
      <Table
        label={t("comparison.texts")}
        columns={[t("comparison.place"), t("comparison.before"), t("comparison.after")]}
      >
        {texts.map(({ place, locale, before, after }, index) => (
          <tr key={index}>
            <th scope="row">
              {placeName(place)} {locale === null ? null : <span className="muted">{t(`language.${locale}`)}</span>}
            </th>
            {[before, after].map((text, side) => (
              <td key={side} lang={locale ?? undefined} className="comparison-text">
                {text === "" ? <span className="muted">{t("comparison.absent")}</span> : said(place, text)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}

function useReader(): Locale {
  const language = useLocale();
  return isLocale(language) ? language : "da";
}

/** Where a text stands, in words: "Ansvarlig producent, citat »Ren strøm«, tekst". */
function usePlaceName() {
  const t = useTranslations("edition.comparison");
  const kindOf = useTranslations("report.editor.kind");
  const locale = useReader();
  const own = {
    title: t("own.title"),
    subtitle: t("own.subtitle"),
    "cover picture": t("own.cover"),
  };
  return ({ name, part, section, kind, heading }: TextPlace) => {
    if (part === null) return name in own ? own[name as keyof typeof own] : name;
    const code = name.split(/[ /]/)[0]!;
    const title = section?.[locale] || code;
    if (kind === null) return t("placeOf.section", { section: title });
    const said = part === "title" ? "" : (heading?.[locale] ?? "");
    const kindName = kindOf.has(kind as "text") ? kindOf(kind as "text") : kind;
    const which = kind === "text" ? "" : kindName.toLocaleLowerCase(locale);
    const quoted = said === "" ? "" : t("placeOf.heading", { heading: said });
    return [title, [which, quoted].filter(Boolean).join(" "), t(`part.${part}`)].filter(Boolean).join(", ");
  };
}

/** What stands there, with names for what is kept by a code. */
function useSaid({ kpis, pictures }: TextNames) {
  const t = useTranslations("edition.comparison");
  const settings = useTranslations("report.settings");
  const locale = useReader();
  const names = {
    kpi: (code: string) => kpis[code]?.[locale] ?? code,
    form: (kind: string) =>
      settings.has(`kinds.${kind}` as "kinds.bar") ? settings(`kinds.${kind}` as "kinds.bar") : kind,
    lead: settings("roles.lead"),
  };
  return (place: TextPlace, text: string) => {
    if (isPicture(place)) return pictures[text] ?? t("otherPicture");
    return place.part === "drawn" ? drawnSaid(text, place.kind, names) : text;
  };
}
