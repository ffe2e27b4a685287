import type { Figure, KpiYear, YearView } from "@/lib/figure/model";

/** Part of the E/S/G appendix. */
export type AppendixPart = NonNullable<KpiYear["appendixPart"]>;

/** The letter each part's rows are numbered with. */
export const letters: Record<AppendixPart, "E" | "S" | "G"> = { environment: "E", social: "S", governance: "G" };

/** Parts in the order they are printed. */
export const appendixParts = Object.keys(letters) as AppendixPart[];

/** A note under a table: numbered for a KPI's footnote, lettered for the remark on a target. */
export type Note = { mark: string; text: string };

/** One KPI's row: its number in the appendix, its figures newest first, and the marks of its notes. */
export type AppendixRow = {
  number: string;
  kpi: KpiYear;
  isChild: boolean;
  marks: string[];
  targetMark: string | null;
  figures: Figure[];
};

/** One table. A heading is given only where the part has several groups. */
export type AppendixTable = {
  part: AppendixPart;
  letter: "E" | "S" | "G";
  years: number[];
  groups: { heading: string | null; rows: AppendixRow[] }[];
  notes: Note[];
};

/** All tables, each KPI's number by its code, and every note once. */
export type Appendix = { tables: AppendixTable[]; numberOf: Record<string, string>; notes: Note[] };

/** Numbers rows per part (E1 …) and notes through the whole report, in the order a reader meets their first mark. */
export function appendixOf(view: YearView): Appendix {
  const textOf = new Map(view.footnotes.map(({ code, text }) => [code, text]));
  const numbers = marker((index) => String(index + 1));
  const remarks = marker((index) => String.fromCharCode(97 + index));
  const tables = appendixParts.flatMap((part) => {
    const rows = view.kpis
      .filter((kpi) => kpi.appendixPart === part)
      .map((kpi, index): AppendixRow => ({
        number: `${letters[part]}${index + 1}`,
        kpi,
        isChild: kpi.parentCode !== null,
        marks: kpi.footnotes.flatMap((code) => (textOf.has(code) ? [numbers.markOf(textOf.get(code)!)] : [])),
        targetMark: kpi.target.target?.note ? remarks.markOf(kpi.target.target.note) : null,
        figures: kpi.figures.toReversed(),
      }));
    return rows.length === 0
      ? []
      : [
          {
            part,
            letter: letters[part],
            years: view.years.toReversed(),
            groups: grouped(rows),
            notes: [
              ...numbers.usedBy(rows.flatMap((row) => row.marks)),
              ...remarks.usedBy(rows.map((row) => row.targetMark ?? "")),
            ],
          },
        ];
  });
  const rows = tables.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  return {
    tables,
    numberOf: Object.fromEntries(rows.map(({ kpi, number }) => [kpi.code, number])),
    notes: [...numbers.all(), ...remarks.all()],
  };
}

/** Gives each text one mark, the same wherever it is met again. */
function marker(name: (index: number) => string) {
  const marks = new Map<string, string>();
  const all = (): Note[] => [...marks].map(([text, mark]) => ({ mark, text }));
  return {
    markOf: (text: string) => marks.get(text) ?? marks.set(text, name(marks.size)).get(text)!,
    usedBy: (used: string[]) => all().filter(({ mark }) => used.includes(mark)),
    all,
  };
}

function grouped(rows: AppendixRow[]): AppendixTable["groups"] {
  const headings = [...new Set(rows.map(({ kpi }) => kpi.table))];
  if (headings.length < 2) return [{ heading: null, rows }];
  return headings.map((heading) => ({ heading, rows: rows.filter(({ kpi }) => kpi.table === heading) }));
}
