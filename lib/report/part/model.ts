import { chartSvg } from "@/lib/chart/file/model";
import { rowsCsv, tableOf } from "@/lib/chart/table/model";
import type { Locale } from "@/lib/language/model";
import { letters, type AppendixRow } from "@/lib/report/appendix/model";
import { kpisByCode, type Block, type BlockOf, type ReportView } from "@/lib/report/model";
import { cellText, filled, reportWords, targetText, unitText } from "@/lib/report/notation/model";
import { figureOfBlock, plainOf } from "@/lib/report/panel/figure/model";

/** A file to take along, by its form and address. */
export type PartFile = { format: "svg" | "png" | "csv"; href: string };

/** Where a report's parts can be taken along from: below its address on the screen; on paper and in an edition, nowhere. */
export function partsBase(lineageBase: string | undefined, year: number): string | undefined {
  return lineageBase?.startsWith("/") ? lineageBase.replace(/figures$/, `reports/${year}`) : undefined;
}

/** The files of one drawing of a chart block, its panels counted from 1. */
export function chartFiles(base: string, blockId: string, index: number, locale: Locale): PartFile[] {
  return (["svg", "png", "csv"] as const).map((format) => ({
    format,
    href: `${base}/charts/${blockId}/${index + 1}/${format}?lang=${locale}`,
  }));
}

/** The file of one table: a table block's, or a part of the appendix by its letter. */
export function tableFiles(base: string, table: string, locale: Locale): PartFile[] {
  return [{ format: "csv", href: `${base}/tables/${table}?lang=${locale}` }];
}

/** A drawing of a report, ready to become a file. */
export type ChartPart = {
  /** Its place among all and the KPI it begins with: "03-scope2-market". */
  name: string;
  /** Its block, and its place in it from 1. */
  blockId: string;
  panel: number;
  svg: (faces: string) => string;
  csv: () => string;
};

/** Every single drawing of a report, in order. */
export function chartParts(of: ReportView, locale: Locale): ChartPart[] {
  const parts = blocksOf(of, "chart").flatMap((block) => {
    const figure = figureOfBlock(block, of, locale);
    if (!figure) return [];
    const source = figure.numbers.length === 0 ? "" : sourceText(of, figure.numbers, locale);
    return figure.panels.flatMap(({ panel, spec }, index): ChartPart[] => {
      if (!spec) return [];
      const title = plainOf(figure.title) || spec.title;
      const measure = [spec.title === title ? "" : spec.title, spec.subtitle].filter((text) => text !== "").join(", ");
      const note = plainOf(figure.note);
      const { head, rows } = tableOf(spec);
      return [
        {
          ...{ name: panel.kpis[0] ?? panel.kind, blockId: block.id, panel: index + 1 },
          svg: (faces) => chartSvg(spec, { title, measure, note, source, faces }, figure.isWhole ? "whole" : "half"),
          csv: () => rowsCsv([[title], [measure], head, ...rows, ...(note ? [[note]] : []), [source]], locale),
        },
      ];
    });
  });
  return parts.map((part, index) => ({ ...part, name: `${String(index + 1).padStart(2, "0")}-${part.name}` }));
}

function sourceText({ report, view }: ReportView, numbers: readonly string[], locale: Locale): string {
  const rows = [...new Set(numbers)].join(", ");
  return `${reportWords(locale).report.source} ${rows}. ${view.organisation.name}, ${report.title}.`;
}

/** Every single table of a report as CSV in the form the language's spreadsheets open: those of the appendix by letter, the others by block. */
export function tableParts(of: ReportView, locale: Locale): { name: string; table: string; csv: () => string }[] {
  const appendix = of.appendix.tables.map(({ letter, groups }) => ({
    ...{ name: letter, table: letter },
    csv: () =>
      tableCsv(
        titleOf(of, letter),
        groups.flatMap(({ rows }) => rows),
        of,
        locale,
      ),
  }));
  const all = of.appendix.tables.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
  const own = blocksOf(of, "table").flatMap(({ id, title, settings }, index) => {
    const kpis = kpisByCode(of.view, settings.kpis);
    const rows = all.filter(({ kpi }) => kpis.includes(kpi));
    return rows.length === 0
      ? []
      : [{ name: String(index + 1), table: id, csv: () => tableCsv(plainOf(title), rows, of, locale) }];
  });
  return [...appendix, ...own];
}

function titleOf({ report }: ReportView, letter: string): string {
  const section = report.sections.find(({ appendixPart }) => appendixPart !== null && letters[appendixPart] === letter);
  return section?.title ?? letter;
}

function tableCsv(title: string, rows: readonly AppendixRow[], of: ReportView, locale: Locale): string {
  const { appendix: words, state } = reportWords(locale).report;
  const years = of.view.years.toReversed();
  const head = [words.number, words.kpi, words.unitOfMeasure, words.target, ...years.map(String)];
  const marksOf = ({ marks, targetMark }: AppendixRow) => [...marks, ...(targetMark ? [targetMark] : [])];
  const used = new Set(rows.flatMap(marksOf));
  return rowsCsv(
    [
      [title],
      [...head, filled("{state} {year}", { state: words.state, year: of.view.year }), words.notes],
      ...rows.map((row) => [
        row.number,
        row.kpi.name,
        unitText(row.kpi.unitOfMeasure, locale),
        targetText(row.kpi.target.target, locale, row.kpi.unitOfMeasure),
        // A minus sign of print is none to a spreadsheet.
        ...row.figures.map((figure) => cellText(figure, locale).replace(/^−(?=\d)/, "-")),
        state[row.kpi.target.state],
        marksOf(row).join(", "),
      ]),
      ...of.appendix.notes.filter(({ mark }) => used.has(mark)).map(({ mark, text }) => [mark, text]),
    ],
    locale,
  );
}

function blocksOf<Kind extends Block["kind"]>({ report }: ReportView, kind: Kind): BlockOf<Kind>[] {
  return report.sections.flatMap(({ blocks }) => blocks.filter((block): block is BlockOf<Kind> => block.kind === kind));
}
