import { yearsText } from "@/lib/dashboard/year/model";
import type { Figure, KpiYear } from "@/lib/figure/model";
import da from "@/lib/language/messages/da/figure.json";
import en from "@/lib/language/messages/en/figure.json";
import type { Locale } from "@/lib/language/model";

/** More org units than this are counted, not named. */
const mostNames = 10;

const words: Record<
  Locale,
  Pick<typeof da, "coverageNote" | "coverageNoteIn" | "coverageNoteMany" | "coverageNoteManyIn">
> = {
  da,
  en,
};

/**
 * The footnote that says which org units a KPI's figures cover, written from the figures themselves: empty where all
 * of them cover everybody. Where the coverage changed between the years, it says which year covers whom, the latest
 * first.
 */
export function coverageNote(figures: readonly Figure[], locale: Locale): string {
  const known = figures.filter(({ amount, split }) => amount !== null || split !== null);
  const groups = new Map<string, { figure: Figure; years: number[] }>();
  for (const figure of known) {
    const { coverage } = figure;
    if (!coverage || coverage.covered.length >= coverage.of) continue;
    const key = coverage.covered.join("\n");
    const group = groups.get(key) ?? { figure, years: [] };
    groups.set(key, group);
    group.years.push(figure.year);
  }
  return [...groups.values()]
    .reverse()
    .map(({ figure, years }) => sentence(figure, years.length === known.length ? null : years, locale))
    .join(" ");
}

/** Marks KPIs with the notes on their coverage, behind those that are stored, and gives the notes; KPIs of the same coverage share one. */
export function coverageNotes(
  kpis: readonly KpiYear[],
  locale: Locale,
): {
  marked: KpiYear[];
  notes: { code: string; text: string }[];
} {
  // No stored footnote has a colon in its code.
  const codes = new Map<string, string>();
  const marked = kpis.map((kpi) => {
    const text = coverageNote(kpi.figures, locale);
    if (text === "") return kpi;
    const code = codes.get(text) ?? `coverage:${codes.size + 1}`;
    codes.set(text, code);
    return { ...kpi, footnotes: [...kpi.footnotes, code] };
  });
  return { marked, notes: [...codes].map(([text, code]) => ({ code, text })) };
}

/** `years` null: it holds for all of them. */
function sentence({ coverage }: Figure, years: number[] | null, locale: Locale): string {
  const {
    coverageNote: named,
    coverageNoteIn: namedIn,
    coverageNoteMany: many,
    coverageNoteManyIn: manyIn,
  } = words[locale];
  const covered = coverage?.covered ?? [];
  const isNamed = covered.length > 0 && covered.length <= mostNames;
  const pattern = isNamed ? (years ? namedIn : named) : years ? manyIn : many;
  const values: Record<string, string> = {
    names: new Intl.ListFormat(locale === "da" ? "da" : "en-GB", { type: "conjunction" }).format(covered),
    years: years ? yearsText(years) : "",
    covered: String(covered.length),
    of: String(coverage?.of ?? 0),
  };
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
