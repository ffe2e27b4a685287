import { z } from "zod";
import { columnRoles, type ImportPlan, type SheetPlan } from "@/lib/import/model";
import { fieldsOf } from "@/lib/access/form";

const text = z.string().max(500);

/** The mapping form: flat fields named for what they map ("column.0.3.role"), because a form knows nothing else. */
export const mappingSchema = z.preprocess(
  fieldsOf,
  z
    .record(z.string().max(700), z.union([text, z.array(text)]))
    .refine((fields) => Object.keys(fields).length <= 20_000),
);

export type MappingFields = z.infer<typeof mappingSchema>;

/** The plan with what the form says over it. Codes that do not exist lead nowhere and are refused cell by cell later. */
export function planFrom(fields: MappingFields, before: ImportPlan): ImportPlan {
  const one = (name: string) => {
    const value = fields[name];
    return (Array.isArray(value) ? value.at(-1) : value)?.trim();
  };
  const sheets = before.sheets.map((sheet): SheetPlan => {
    const at = `sheet.${sheet.sheet}`;
    if (one(`${at}.is`) === undefined) return sheet;
    return {
      ...sheet,
      isUsed: one(`${at}.used`) === "1",
      head: rowsOf(one(`${at}.head`)) ?? sheet.head,
      fixed: {
        kpi: codeOf(one(`${at}.kpi`)),
        orgUnit: codeOf(one(`${at}.orgUnit`)),
        year: yearFrom(one(`${at}.year`)),
      },
      columns: sheet.columns.map((column) => {
        const name = `column.${sheet.sheet}.${column.column}`;
        const role = columnRoles.find((known) => known === one(`${name}.role`));
        if (!role) return column;
        const isFigure = role === "value" || role === "men" || role === "women";
        const said = (key: "kpi" | "orgUnit") => (isFigure ? codeOf(one(`${name}.${key}`)) : null);
        return {
          ...column,
          role,
          kpi: said("kpi"),
          orgUnit: said("orgUnit"),
          year: isFigure ? yearFrom(one(`${name}.year`)) : null,
        };
      }),
    };
  });
  return {
    sheets,
    notation: one("notation") === "en" ? "en" : "da",
    takesHidden: one("hidden") === "1",
    kpis: labels("kpi", before.kpis),
    orgUnits: labels("orgUnit", before.orgUnits),
    units: labels("unit", before.units),
  };

  /** Pairs of "kpi.text.3" (a text of the file) and "kpi.code.3" (what it leads to; "-": left out). */
  function labels(kind: string, known: Record<string, string>): Record<string, string> {
    const said = Object.keys(fields)
      .filter((name) => name.startsWith(`${kind}.text.`))
      .flatMap((name): [string, string | undefined][] => [[one(name) ?? "", one(name.replace(".text.", ".code."))]]);
    const made = new Map(Object.entries(known));
    for (const [label, code] of said) {
      if (!code) made.delete(label);
      else made.set(label, code === "-" ? "" : (codeOf(code) ?? ""));
    }
    return Object.fromEntries(made);
  }
}

/** A choice from the list reads "Name · code": the code counts. */
function codeOf(choice: string | undefined): string | null {
  const code = choice?.split(" · ").at(-1)?.trim() ?? "";
  return code === "" ? null : code;
}

function yearFrom(value: string | undefined): number | null {
  const year = Number(value);
  return value && Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null;
}

/** "4" or "4-5" or "4, 5", counted from 1 as spreadsheets do. */
function rowsOf(value: string | undefined): number[] | null {
  const rows = (value ?? "")
    .split(/[,\s–-]+/)
    .filter(Boolean)
    .map((row) => Number(row) - 1);
  return rows.length > 0 &&
    rows.length <= 6 &&
    rows.every((row) => Number.isInteger(row) && row >= 0 && row < 1_048_576)
    ? [...new Set(rows)].sort((a, b) => a - b)
    : null;
}
