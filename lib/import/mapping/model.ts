import type { FileRow } from "@/lib/import/cell/model";
import { columnHeads, headRows, type ColumnHead } from "@/lib/import/heading/model";
import { endsTheYear, isYearDate } from "@/lib/import/period/model";
import {
  isPart,
  isWhole,
  plainName,
  recogniser,
  unitOf,
  yearOf,
  type Catalogue,
  type Recogniser,
} from "@/lib/import/recognition/model";
import { labelTexts, spread, type SheetLook } from "@/lib/import/table/model";
import type { ColumnPlan, ColumnRole, ImportPlan, SheetPlan } from "@/lib/import/model";

/** What is known when a file is first looked at. */
export type Looked = {
  fileName: string;
  sheets: SheetLook[];
  catalogue: Catalogue;
  /** The only org unit the person enters for, or the root. */ orgUnit: string | null;
};

/** Proposes how to read a file: which rows are headings, what each column is for, and what holds for the whole sheet. Only what is beyond doubt is filled in; `remembered` is the plan its source was read by last. */
export function suggestPlan(
  { fileName, sheets, catalogue, orgUnit }: Looked,
  remembered: ImportPlan | null,
): Omit<ImportPlan, "notation"> {
  const recognise = recogniser(catalogue);
  return {
    takesHidden: remembered?.takesHidden ?? false,
    sheets: sheets.map((look, sheet) => suggestSheet(look, sheet, recognise, { fileName, orgUnit, remembered })),
    kpis: remembered?.kpis ?? {},
    orgUnits: remembered?.orgUnits ?? {},
    units: remembered?.units ?? {},
  };
}

type Beside = { fileName: string; orgUnit: string | null; remembered: ImportPlan | null };

function suggestSheet(look: SheetLook, sheet: number, recognise: Recogniser, beside: Beside): SheetPlan {
  const rows = spread(look.rows, look);
  return planSheet(look, sheet, headRows(rows, recognise), recognise, beside);
}

/** The plan of a sheet whose heading rows are known. */
export function planSheet(
  look: SheetLook,
  sheet: number,
  head: number[],
  recognise: Recogniser,
  { fileName, orgUnit, remembered }: Beside,
): SheetPlan {
  const rows = spread(look.rows, look);
  const heads = columnHeads(rows, head, recognise);
  const body = rows.filter((row) => row.index > (head.at(-1) ?? -1));
  const found = columnsOf(look, heads, body, recognise).map((column) => asRemembered(column, remembered));
  const corner = found.find(({ role }) => role === "kpi")?.head.split(" · ") ?? [];
  const titles = [
    ...corner,
    look.name,
    ...rows.filter((row) => row.index < (head[0] ?? 0)).flatMap((row) => row.cells.map(({ text }) => text)),
  ];
  const named = orgUnitsNamed(titles, recognise);
  // Under the title of one org unit "I alt" is its own total.
  const isOwn = named.length > 0 && found.every((one) => one.orgUnit === null || one.head.split(" · ").some(isWhole));
  const columns = isOwn ? found.map((one) => ({ ...one, orgUnit: null })) : found;
  const has = (dimension: "kpi" | "orgUnit" | "year") =>
    columns.some((column) => column.role === dimension || (isFigure(column.role) && column[dimension] !== null));
  const among = <Found>(find: (text: string) => Found | null) =>
    titles.map(find).find((found) => found !== null) ?? null;
  const isUsed =
    head.length > 0 &&
    !look.isHidden &&
    columns.some(({ role }) => isFigure(role)) &&
    !isByPart(look, columns) &&
    (has("kpi") || among((text) => recognise.kpi(text)) !== null);
  return {
    sheet,
    isUsed,
    head,
    columns,
    fixed: {
      kpi: has("kpi") ? null : among((text) => recognise.kpi(text)),
      orgUnit: has("orgUnit") || named.length > 1 ? null : (named[0] ?? orgUnit),
      year: has("year") ? null : yearNamed([...titles, fileName.replace(/[_.]/g, " ")]),
    },
  };
}

/** Titles beyond these say nothing of the table. */
const mostTitles = 60;

/** The org units that titles name; the root only when no other is named. */
function orgUnitsNamed(titles: string[], { orgUnit, orgUnitsIn }: Recogniser): string[] {
  const read = titles.slice(0, mostTitles);
  const below = [...new Set(read.flatMap(orgUnitsIn))];
  if (below.length > 0) return below;
  return read.flatMap((text) => orgUnit(text) ?? []).slice(0, 1);
}

/** The year that titles name; null when one of them speaks of a part of it: "Status 31. marts" over figures of a file named for 2024. */
function yearNamed(titles: string[]): number | null {
  const year = titles.map((text) => yearOf(text)).find((found) => found !== null) ?? null;
  const isOfPart = (text: string) => isPart(text) && !/\d{4}/.test(text.replaceAll(String(year), ""));
  return titles.some(isOfPart) ? null : year;
}

/** Whether a column tells months or quarters apart: what stands beside is no year's figure, whatever another column says. */
function isByPart(look: SheetLook, columns: ColumnPlan[]): boolean {
  return columns.some(({ column, role, head }) => {
    if (role !== "ignore" && role !== "year") return false;
    const heads = head.split(" · ");
    const texts = labelTexts(look, column).slice(0, 400);
    const body = texts.filter((text) => !heads.includes(text));
    const isPartHere = (text: string) =>
      text.length <= 20 && (role === "year" ? !isYearDate(text) : !/^\d/.test(text)) && isPart(text);
    return body.length > 0 && body.filter(isPartHere).length * 2 >= body.length;
  });
}

/** Whether the column holds figures. */
export function isFigure(role: ColumnRole): boolean {
  return role === "value" || role === "men" || role === "women";
}

type Candidate = ColumnHead & {
  column: number;
  ratio: { kpi: number; orgUnit: number; unit: number; year: number };
  figures: number;
};

function columnsOf(
  look: SheetLook,
  heads: Map<number, ColumnHead>,
  body: FileRow[],
  recognise: Recogniser,
): ColumnPlan[] {
  const candidates = [...heads].map(([column, head]): Candidate => ({
    ...head,
    column,
    ...contentOf(look, column, body, recognise),
  }));
  const roles = candidates.map((one) => roleOf(one, candidates[0]?.column ?? 0));
  // Of several columns with the same dimension one decides: the one whose texts are known best.
  for (const role of ["kpi", "orgUnit", "year"] as const) {
    const ratio = ({ ratio }: Candidate) => ratio[role];
    const best = candidates.reduce<Candidate | null>(
      (found, one, at) => (roles[at] === role && (!found || ratio(one) > ratio(found)) ? one : found),
      null,
    );
    candidates.forEach((one, at) => {
      if (roles[at] === role && one !== best) roles[at] = "ignore";
    });
  }
  // A sum over the first months is not the year's.
  const parts = candidates.filter((one, at) => one.isPart && roles[at] === "ignore");
  if (parts.length > 0 && !parts.some(({ head }) => endsTheYear(head)))
    candidates.forEach(({ year }, at) => {
      if (roles[at] === "value" && year === null) roles[at] = "ignore";
    });
  return candidates.map(({ column, head, kpi, orgUnit, year, unit }, at): ColumnPlan => {
    const takes = isFigure(roles[at]!);
    return {
      column,
      head: head.slice(0, 200),
      role: roles[at]!,
      kpi: takes ? kpi : null,
      orgUnit: takes ? orgUnit : null,
      year: takes ? year : null,
      unit: takes ? unit : null,
    };
  });
}

function contentOf(
  look: SheetLook,
  column: number,
  body: FileRow[],
  recognise: Recogniser,
): Pick<Candidate, "ratio" | "figures"> {
  const cells = body.flatMap((row) => row.cells.filter((cell) => cell.column === column));
  const texts = labelTexts(look, column).slice(0, 400);
  const share = (is: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(is).length / texts.length);
  const years = cells.filter(({ kind, text }) => yearOf(text, kind) !== null).length;
  return {
    figures: cells.filter(({ kind }) => kind === "number").length,
    ratio: {
      kpi: share((text) => recognise.kpi(text) !== null),
      orgUnit: share((text) => recognise.orgUnit(text) !== null),
      unit: share((text) => unitOf(text) !== null),
      year: cells.length === 0 ? 0 : years / cells.length,
    },
  };
}

function roleOf(
  { role, isBeside, isPart, kpi, orgUnit, year, ratio, figures, column }: Candidate,
  first: number,
): ColumnRole {
  if (isBeside && role !== "value") return "ignore";
  // The corner over the KPIs' names may say whose they are, or of which year.
  if (role === null && kpi === null && figures === 0 && ratio.kpi >= 0.3) return "kpi";
  if (isPart) return "ignore";
  if (role === "men" || role === "women") return role;
  // "Enhed" is an org unit or a unit of measure: the texts below it tell.
  if (role === "orgUnit") return ratio.unit > ratio.orgUnit ? "unitOfMeasure" : "orgUnit";
  if (role !== null) return role;
  if (ratio.year > 0.8 && column === first && year === null) return "year";
  if (kpi !== null || orgUnit !== null || year !== null) return "value";
  if (figures > 0) return "ignore";
  if (ratio.kpi >= 0.3) return "kpi";
  if (ratio.orgUnit >= 0.4) return "orgUnit";
  return ratio.unit >= 0.5 ? "unitOfMeasure" : "ignore";
}

/** A column whose heading, years aside, was mapped by hand before is mapped so again. */
function asRemembered(column: ColumnPlan, remembered: ImportPlan | null): ColumnPlan {
  const key = headKey(column.head);
  const before =
    key === ""
      ? undefined
      : remembered?.sheets.flatMap(({ columns }) => columns).find((one) => headKey(one.head) === key);
  return before
    ? {
        ...column,
        role: before.role,
        kpi: before.kpi ?? column.kpi,
        orgUnit: before.orgUnit ?? column.orgUnit,
        year: isFigure(before.role) ? (yearOf(column.head) ?? column.year) : null,
      }
    : column;
}

function headKey(head: string): string {
  return plainName(head.replace(/(?:19|20)\d\d/g, "#"));
}
