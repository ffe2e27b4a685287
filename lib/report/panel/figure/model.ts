import { wideKinds } from "@/lib/chart/kind/model";
import { breakNote, breaksOf, type ChartSpec } from "@/lib/chart/model";
import { coverageNote } from "@/lib/coverage/footnote/model";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { kpisByCode, type BlockOf, type ReportView } from "@/lib/report/model";
import { chartWordsOf } from "@/lib/report/narrative/model";
import { spoken } from "@/lib/report/narrative/opaque/model";
import { reportWords } from "@/lib/report/notation/model";
import { specOf, type Panel } from "../model";

/** A chart block as it is shown: its words, its drawings in order, and where in the appendix the figures stand. */
export type ReportFigure = {
  title: string;
  subtitle: string;
  note: string;
  aside: ReturnType<typeof chartWordsOf>["aside"];
  /** Rows of the appendix. */
  numbers: string[];
  /** Whether each drawing has all of the width. */
  isWhole: boolean;
  /** `heading`: what stands over a drawing; empty where the block's title says it. `spec` null: nothing to draw of these KPIs. */
  panels: { panel: Panel; heading: string; spec: ChartSpec | null }[];
};

/** What a chart block shows; null when it names no KPI the year knows. */
export function figureOfBlock(block: BlockOf<"chart">, of: ReportView, locale: Locale): ReportFigure | null {
  const { subtitle, note, aside } = chartWordsOf(block.body);
  const panels = block.settings.panels.flatMap((panel) => {
    const [first, ...rest] = kpisByCode(of.view, panel.kpis);
    return first ? [{ panel, kpis: [first, ...rest] as [KpiYear, ...KpiYear[]] }] : [];
  });
  if (panels.length === 0) return null;
  const drawn = panels.flatMap(({ kpis }) => kpis);
  const chapter = of.report.sections.find(({ blocks }) => blocks.some(({ id }) => id === block.id));
  const pillarCode = chapter?.pillarCode ?? null;
  const specs = panels.map(({ panel, kpis }) => {
    const own = locale === "da" ? panel.titleDa : panel.titleEn;
    // One KPI's name says what is drawn; of several none does.
    const heading = own || (kpis.length === 1 ? kpis[0].shortName : "");
    return {
      panel,
      heading,
      spec: specOf(panel, kpis, of, locale, { title: heading || plainOf(block.title), pillarCode }),
    };
  });
  const unitNotes = specs.flatMap(({ panel, spec }) => (panel.kind === "units" && spec ? [spec.note] : []));
  return {
    title: block.title,
    subtitle,
    note: [...new Set([note, ...unitNotes, ...saidOf(drawn, of, locale)])].filter((part) => part !== "").join(" "),
    aside,
    numbers: drawn.flatMap(({ code }) => of.appendix.numberOf[code] ?? []),
    // Several lines need the whole width for their names.
    isWhole:
      panels.some(({ panel, kpis }) => wideKinds.includes(panel.kind) || (kpis.length > 1 && panel.kind !== "bar")) ||
      (panels.length === 1 && !aside),
    panels: specs,
  };
}

/** What has to be said of figures that are drawn: whom they cover in which year, where their series break. Written from the figures, as the tables' notes are. */
function saidOf(drawn: readonly KpiYear[], of: ReportView, locale: Locale): string[] {
  const { figure } = reportWords(locale);
  const covers = drawn.map((kpi) => [kpi.shortName, coverageNote(kpi.figures, locale)] as const);
  const texts = [...new Set(covers.flatMap(([, text]) => (text === "" ? [] : [text])))];
  return [
    ...texts.map((text) =>
      covers.every(([, other]) => other === text)
        ? text
        : `${covers.flatMap(([name, other]) => (other === text ? [name] : [])).join(", ")}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    ),
    ...breaksOf(drawn, of.view.years).map((one) => breakNote(one, figure.chart)),
  ];
}

/** A line's words as they are read, without what makes some of them bold or lead elsewhere. */
export function plainOf(text: string): string {
  return spoken(text)
    .replaceAll("**", "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}
