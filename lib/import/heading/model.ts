import type { FileCell, FileRow } from "@/lib/import/cell/model";
import type { ColumnRole } from "@/lib/import/model";
import { isYearDate } from "@/lib/import/period/model";
import {
  isBeside,
  isPart,
  plainName,
  unitBehind,
  unitOf,
  yearOf,
  type Recogniser,
} from "@/lib/import/recognition/model";

/** What one cell of a heading says. */
export type Heading = {
  text: string;
  role: ColumnRole | null;
  year: number | null;
  orgUnit: string | null;
  kpi: string | null;
  unit: string | null;
  isBeside: boolean;
  /** A part of a year: a month, a quarter, the year to date. */
  isPart: boolean;
};

/** Words of headings, both languages, as `plainName` writes them. "enhed" and "unit" mean either: the column's content tells. */
const roleWords: Record<string, ColumnRole> = {};
for (const [role, words] of Object.entries({
  kpi: "kode,code,kpi,kpi kode,kpi code,nøgletal,indikator,indicator,måltal,parameter,navn,name,esg nøgletal,key figure",
  orgUnit:
    "enhedskode,enhed,org unit,orgunit,org unit code,hospital,afdeling,lokation,location,sted,site,klinik,department,unit,organisatorisk enhed",
  year: "år,year,regnskabsår,reporting year,periode,period",
  unitOfMeasure: "måleenhed,unit of measure,uom,enhed måleenhed",
  status: "status",
  basis: "grundlag,basis,begrundelse,reason",
  comment: "kommentar,bemærkning,bemærkninger,comment,comments,remark",
  source: "kilde,source",
  value: "værdi,value,tal,figure,amount,resultat,result,faktisk,actual",
  men: "mænd,men,mænd %,men %",
  women: "kvinder,women,kvinder %,women %",
  ignore: "organisation,mål,target,footnote,fodnote,note,noter,notes,nr,number",
} satisfies Partial<Record<ColumnRole, string>>))
  for (const word of words.split(",")) roleWords[word] = role as ColumnRole;

/** Reads the cells of a heading. Where one date is within a year, the others are no years either: "jan-24" is kept as the first of January. */
function headingsOf(cells: FileCell[], recognise: Recogniser): Heading[] {
  const hasParts = cells.some(({ kind, text }) => kind === "date" && !isYearDate(text));
  return cells.map((cell) => {
    const heading = headingOf(cell, recognise);
    return hasParts && cell.kind === "date" ? { ...heading, year: null, isPart: true } : heading;
  });
}

function headingOf(cell: FileCell, { kpi, orgUnit }: Recogniser): Heading {
  const { text, kind } = cell;
  const year = yearOf(text, kind);
  const role = kind === "text" ? roleOf(text) : null;
  const named = kind === "text" && year === null && role === null;
  const [asKpi, asUnit] = named ? [kpi(text), orgUnit(text)] : [null, null];
  return {
    text: text.trim(),
    role,
    year,
    isBeside: kind === "text" && year === null && isBeside(text),
    isPart: named ? (asKpi ?? asUnit) === null && isPart(text) : kind === "date" && year === null,
    orgUnit: asUnit,
    kpi: asKpi,
    unit: kind === "text" ? (unitBehind(text) ?? (named && asKpi === null && unitOf(text) ? text.trim() : null)) : null,
  };
}

function roleOf(text: string): ColumnRole | null {
  const name = plainName(text);
  // "Værdi 2024" is the template's; the year stands in a column of its own.
  return roleWords[name] ?? roleWords[name.replace(/ (?:19|20)\d\d$/, "")] ?? null;
}

const searched = 40;
const mostAbove = 3;

/** The heading rows of a sheet, ascending; empty when nothing looks like one. `rows` with merged cells spread. */
export function headRows(rows: FileRow[], recognise: Recogniser): number[] {
  const candidates = rows
    .slice(0, searched)
    .map((row, at) => ({ row, ...scoreOf(row, rows.slice(at + 1, at + 4), recognise) }));
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (found, one) => (one.score > (found?.score ?? 0) ? one : found),
    null,
  );
  if (!best) return [];
  const at = candidates.indexOf(best);
  const above: number[] = [];
  for (let up = at - 1; up >= 0 && up >= at - mostAbove; up--) {
    if (candidates[up]!.places < 2) break;
    above.unshift(candidates[up]!.row.index);
  }
  const next = candidates[at + 1];
  const continues =
    next &&
    next.row.cells.length >= 2 &&
    headingsOf(next.row.cells, recognise).every(
      (heading, _, all) =>
        isSubheading(heading) &&
        all.some(({ unit, year, role, isPart }) => unit !== null || year !== null || role === "men" || isPart),
    );
  return [...above, best.row.index, ...(continues ? [next.row.index] : [])];
}

function isSubheading({ unit, year, role, kpi, orgUnit, isPart }: Heading): boolean {
  return kpi === null && orgUnit === null && (unit !== null || year !== null || role !== null || isPart);
}

function scoreOf({ cells }: FileRow, below: FileRow[], recognise: Recogniser): { score: number; places: number } {
  const headings = headingsOf(cells, recognise);
  const count = (is: (heading: Heading) => boolean) => headings.filter(is).length;
  const [roles, years] = [count(({ role }) => role !== null), count(({ year }) => year !== null)];
  const [orgUnits, kpis] = [count(({ orgUnit }) => orgUnit !== null), count(({ kpi }) => kpi !== null)];
  const several = Math.max(years, orgUnits, kpis) >= 2;
  const isHead =
    roles >= 2 ||
    several ||
    (roles >= 1 && years + orgUnits + kpis >= 1) ||
    (years === 1 &&
      cells.length >= 2 &&
      cells.every(({ kind, text }) => kind === "text" || yearOf(text, kind) !== null)) ||
    (years === 1 && cells.length === 1 && below.some((row) => isFigureUnder(cells[0]!, row, recognise)));
  // A figure in it speaks against a heading.
  const figures = cells.filter(({ kind, text }) => kind === "number" && yearOf(text, kind) === null).length;
  return {
    score: isHead && figures <= cells.length / 3 ? roles * 3 + (years + orgUnits + kpis) * 2 - figures : 0,
    places: Math.max(years, orgUnits, kpis),
  };
}

/** Whether a row has something in a heading's column, and a KPI before it: under an empty corner a year may stand alone. */
function isFigureUnder({ column }: FileCell, { cells }: FileRow, { kpi }: Recogniser): boolean {
  return (
    cells.some((cell) => cell.column === column) &&
    cells.some((cell) => cell.column < column && cell.kind === "text" && kpi(cell.text) !== null)
  );
}

/** What is said of a column by all of its heading rows together. */
export type ColumnHead = Omit<Heading, "text"> & { head: string };

/**
 * The headings of each column, from top to bottom. A group's heading that stands over its first column only is carried
 * to the right, where the row below repeats itself (2022, 2023, 2022, 2023).
 */
export function columnHeads(rows: FileRow[], head: number[], recognise: Recogniser): Map<number, ColumnHead> {
  const lines = head.map((index) => {
    const cells = rows.find((row) => row.index === index)?.cells ?? [];
    const headings = headingsOf(cells, recognise);
    return new Map(cells.map(({ column }, at) => [column, headings[at]!]));
  });
  const columns = [...new Set(rows.flatMap((row) => row.cells.map(({ column }) => column)))].sort((a, b) => a - b);
  for (const [at, line] of lines.slice(0, -1).entries()) carryRight(line, lines[at + 1]!, columns);
  return new Map(columns.map((column) => [column, together(lines.flatMap((line) => line.get(column) ?? []))]));
}

function carryRight(line: Map<number, Heading>, below: Map<number, Heading>, columns: number[]): void {
  const shown = [...below.values()].map(({ text }) => text);
  if (
    new Set(shown).size === shown.length ||
    [...line.values()].filter(({ year, orgUnit, kpi }) => (year ?? orgUnit ?? kpi) !== null).length < 2
  )
    return;
  let last: Heading | undefined;
  for (const column of columns) {
    last = line.get(column) ?? last;
    if (last && !line.has(column) && below.has(column)) line.set(column, last);
  }
}

function together(headings: Heading[]): ColumnHead {
  const first = <Key extends keyof Heading>(key: Key) =>
    headings.find((heading) => heading[key] !== null)?.[key] ?? null;
  const texts = [...new Set(headings.map(({ text }) => text))];
  return {
    head: texts.join(" · "),
    role: first("role"),
    year: first("year"),
    orgUnit: first("orgUnit"),
    kpi: first("kpi"),
    unit: first("unit"),
    isBeside: headings.some((heading) => heading.isBeside),
    isPart: headings.some((heading) => heading.isPart),
  };
}
