import { stringify } from "csv-stringify/sync";
import { plainText } from "@/lib/export/csv/model";
import type { SheetPlan } from "@/lib/export/model";
import type { DecimalText } from "@/lib/number/model";

/** One commitment in a file. Words are in the file's language; days are ISO days, amounts exact. */
export type CommitmentRow = {
  period: string;
  orgUnit: string;
  track: string;
  kind: string;
  commitment: string;
  responsible: string;
  deadline: string;
  measure: string;
  kpi: string;
  unit: string;
  target: DecimalText | null;
  expected: DecimalText | null;
  reported: DecimalText | null;
  status: string;
  followedUpOn: string;
  example: string;
};

/** One follow-up in a file. */
export type FollowUpRow = {
  period: string;
  orgUnit: string;
  track: string;
  commitment: string;
  onDay: string;
  status: string;
  text: string;
  evidence: string;
  effect: DecimalText | null;
  unit: string;
  example: string;
};

/** The columns of each file, in order. */
export const commitmentColumns: (keyof CommitmentRow)[] = [
  ...(["period", "orgUnit", "track", "kind", "commitment", "responsible", "deadline", "measure", "kpi"] as const),
  ...(["unit", "target", "expected", "reported", "status", "followedUpOn", "example"] as const),
];
export const followUpColumns: (keyof FollowUpRow)[] = [
  ...(["period", "orgUnit", "track", "commitment", "onDay", "status", "text", "evidence", "effect", "unit"] as const),
  "example",
];
const wide: Record<string, number> = {
  commitment: 56,
  orgUnit: 30,
  track: 28,
  responsible: 24,
  kpi: 24,
  text: 60,
  evidence: 30,
};

const amounts = new Set(["target", "expected", "reported", "effect"]);

/** Rows as CSV: exact amounts with a full stop, or with a comma, semicolons and a byte order mark for a Danish spreadsheet. */
export function agreementCsv<Row extends CommitmentRow | FollowUpRow>(
  columns: (keyof Row & string)[],
  rows: Row[],
  isDanishSpreadsheet: boolean,
): string {
  const cast = (value: string, context: { column?: string | number; header: boolean }) => {
    if (context.header) return value;
    if (!amounts.has(String(context.column))) return plainText(value);
    return isDanishSpreadsheet ? value.replace(".", ",") : value;
  };
  const spreadsheet = isDanishSpreadsheet ? { delimiter: ";", bom: true } : {};
  return stringify(rows, {
    header: true,
    columns,
    record_delimiter: "windows",
    ...spreadsheet,
    cast: { string: cast },
  });
}

/** Rows as a worksheet, with its headings in the file's language. */
export function sheetOf<Row extends CommitmentRow | FollowUpRow>(
  name: string,
  columns: (keyof Row & string)[],
  headings: Record<string, string>,
  rows: Row[],
): SheetPlan {
  return {
    name,
    layout: {
      widths: columns.map((column) => wide[column] ?? 14),
      figures: columns.flatMap((column, at) => (amounts.has(column) ? [at] : [])),
    },
    head: columns.map((column) => headings[column] ?? column),
    rows: rows.map((row) => ({
      isHeading: false,
      cells: columns.map((column) => {
        const value = row[column] as string | null;
        if (value === null) return "";
        return amounts.has(column)
          ? { amount: value, decimals: decimalsOf(value), isEstimated: false, isRestated: false }
          : value;
      }),
    })),
  };
}

function decimalsOf(amount: DecimalText): number {
  return amount.split(".")[1]?.length ?? 0;
}
