import { cellText, reportWords, shownStatus, targetText, unitText } from "@/lib/report/notation/model";
import type { ReportView } from "@/lib/report/model";
import type { AppendixRow } from "@/lib/report/appendix/model";
import type { Figure } from "@/lib/figure/model";
import { fraction, round } from "@/lib/number/fraction";
import { restatedNotes } from "@/lib/restatement/mark/model";
import type { Locale } from "@/lib/language/model";

/** Columns of the tidy exports, in order; their names are the same in every language. */
export const tidyColumns = [
  "organisation",
  "org_unit",
  "kpi",
  "name",
  "year",
  "status",
  "value",
  "men",
  "women",
  "unit",
  "target",
  "footnote",
  "restated_from",
  "restatement",
] as const;

/** One figure of one KPI in one year. Figures are exact decimals with a full stop and the decimals they are printed with; what is not there is an empty text, never 0. */
export type TidyRow = Record<(typeof tidyColumns)[number], string>;

/** Every figure of the appendix as rows: KPI by KPI in appendix order, years ascending. They are the organisation's own, so org_unit is its name. */
export function tidyRows({ view, appendix }: ReportView, locale: Locale): TidyRow[] {
  const notes = new Map(appendix.notes.map(({ mark, text }) => [mark, text]));
  return appendix.tables
    .flatMap((table) => table.groups.flatMap((group) => group.rows))
    .flatMap((row) =>
      row.figures.toReversed().map((figure) => tidyRow(row, figure, view.organisation.name, notes, locale)),
    );
}

function tidyRow(
  { kpi, marks, targetMark }: AppendixRow,
  figure: Figure,
  organisation: string,
  notes: Map<string, string>,
  locale: Locale,
): TidyRow {
  return {
    organisation,
    org_unit: organisation,
    kpi: kpi.code,
    name: kpi.name,
    year: String(figure.year),
    status: shownStatus(figure),
    value: figure.amount ?? "",
    men: figure.split?.men ?? "",
    women: figure.split?.women ?? "",
    unit: unitText(kpi.unitOfMeasure, locale),
    target: kpi.target.target ? targetText(kpi.target.target, locale, kpi.unitOfMeasure) : "",
    footnote: [...marks, ...(targetMark ? [targetMark] : [])].map((mark) => notes.get(mark) ?? "").join(" "),
    restated_from: restatedFrom(figure),
    restatement: figure.restated?.reason ?? "",
  };
}

/** What a restated figure said when its year was published, as a figure of the same row is written; of a split, "men/women". */
function restatedFrom({ restated, decimals }: Figure): string {
  if (!restated) return "";
  const { status, amount, men, women } = restated.before;
  if (amount !== null) return round(fraction(amount), decimals);
  return men !== null && women !== null
    ? [men, women].map((share) => round(fraction(share), decimals)).join("/")
    : status;
}

/** A cell of a worksheet: a text, or an exact figure with the decimals it is printed with. */
export type SheetCell = string | { amount: string; decimals: number; isEstimated: boolean; isRestated: boolean };

/** A worksheet: its name, heading row, rows, and whether the row is a heading between groups. */
export type SheetPlan = {
  name: string;
  head: string[];
  rows: { cells: SheetCell[]; isHeading: boolean }[];
  /** How wide each column is, and which hold figures; without it the sheet is laid out as the appendix. */
  layout?: { widths: number[]; figures: number[] };
};

/** The workbook: a sheet each for E, S and G as the appendix prints them, and one for the footnotes. */
export function sheetPlans({ appendix, view }: ReportView, locale: Locale): SheetPlan[] {
  const { appendix: words, target } = reportWords(locale).report;
  const targetYear = (rows: AppendixRow[]) =>
    [...new Set(rows.flatMap(({ kpi }) => (kpi.target.target ? [kpi.target.target.year] : [])))].join("/");
  const sheets = appendix.tables.map((table): SheetPlan => {
    const rows = table.groups.flatMap((group) => group.rows);
    return {
      name: table.letter,
      head: [
        words.number,
        words.kpi,
        words.unitOfMeasure,
        `${words.target} ${targetYear(rows)}`.trim(),
        ...table.years.map(String),
        `${words.state} ${view.year}`,
        words.notes,
      ],
      rows: table.groups.flatMap((group) => [
        ...(group.heading === null ? [] : [{ cells: [group.heading], isHeading: true }]),
        ...group.rows.map((row) => ({ cells: sheetRow(row, locale), isHeading: false })),
      ]),
    };
  });
  const kpisOf = (mark: string) =>
    appendix.tables
      .flatMap((table) => table.groups.flatMap((group) => group.rows))
      .filter((row) => row.marks.includes(mark) || row.targetMark === mark);
  const notes: SheetPlan = {
    name: words.footnotes,
    head: [words.note, words.text, words.kpis],
    rows: appendix.notes.map(({ mark, text }) => ({
      cells: [
        mark,
        text,
        kpisOf(mark)
          .map(({ number }) => number)
          .join(", "),
      ],
      isHeading: false,
    })),
  };
  const key = (["estimated", "pending", "notMeasured", "discontinued", "notApplicable", "missing"] as const).map(
    (status) => ({ cells: [words.glyphOf[status], words.meaning[status]], isHeading: false }),
  );
  return [
    ...sheets,
    {
      ...notes,
      rows: [
        ...notes.rows,
        ...restatedNotes(
          appendix.tables.flatMap((table) => table.groups.flatMap(({ rows }) => rows.map(({ kpi }) => kpi))),
          locale,
        ).map(({ text }) => ({ cells: ["r", text], isHeading: false })),
        { cells: [words.key], isHeading: true },
        ...key,
        { cells: [target.noTarget, words.meaning.noTarget], isHeading: false },
      ],
    },
  ];
}

function sheetRow({ number, kpi, marks, targetMark, figures }: AppendixRow, locale: Locale): SheetCell[] {
  const { state } = reportWords(locale).report;
  const cells = figures.map((figure): SheetCell =>
    figure.amount === null
      ? cellText(figure, locale)
      : {
          amount: figure.amount,
          decimals: figure.decimals,
          isEstimated: figure.status === "estimated",
          isRestated: figure.restated !== null,
        },
  );
  const notes = [...marks, ...(targetMark ? [targetMark] : [])].join(", ");
  return [
    number,
    kpi.name,
    unitText(kpi.unitOfMeasure, locale),
    targetText(kpi.target.target, locale, kpi.unitOfMeasure),
    ...cells,
    state[kpi.target.state],
    notes,
  ];
}
