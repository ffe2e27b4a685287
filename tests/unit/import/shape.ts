/** Tables as a file holds them, and how they would be read. */
import type { FileCell, FileRow } from "@/lib/import/cell/model";
import { lookOf, keptLook } from "@/lib/import/look/model";
import { suggestPlan } from "@/lib/import/mapping/model";
import { looker, type SheetLook } from "@/lib/import/table/model";

/** The catalogue these tables are matched with. */
export const catalogue = {
  kpis: [
    { code: "heat", names: ["Varme", "Heating"] },
    { code: "water", names: ["Vand", "Water"] },
  ],
  orgUnits: [
    { code: "org", name: "Aleris", isRoot: true },
    { code: "koebenhavn", name: "København", isRoot: false },
    { code: "aalborg", name: "Aalborg", isRoot: false },
  ],
};

/** A sheet of cells: text, a number as the file holds it, a day ("date"), or nothing. */
export function sheetOf(rows: (string | number | Date | null)[][], name = "Tal"): SheetLook {
  const { look, take } = looker(name, false);
  take(
    rows.map((row, index): FileRow => ({
      index,
      isHidden: false,
      cells: row.flatMap((said, column): FileCell[] =>
        said === null || said === ""
          ? []
          : [
              {
                column,
                kind: typeof said === "number" ? "number" : said instanceof Date ? "date" : "text",
                text: said instanceof Date ? said.toISOString().slice(0, 10) : String(said),
                isPercent: false,
                decimals: null,
              },
            ],
      ),
    })),
  );
  // As it is after being kept with the import.
  return lookOf(JSON.parse(JSON.stringify(keptLook([look]))).sheets[0]);
}

/** How a sheet would be read: its columns as "A kpi", "C value 2024 koebenhavn", and what holds for all of it. */
export function readingOf(look: SheetLook, fileName = "tal.xlsx"): string {
  const { sheets } = suggestPlan({ fileName, sheets: [look], catalogue, orgUnit: "org" }, null);
  const { isUsed, columns, fixed } = sheets[0]!;
  const said = columns
    .filter(({ role }) => role !== "ignore")
    .map(({ column, role, kpi, orgUnit, year }) =>
      [String.fromCharCode(65 + column), role, kpi, orgUnit, year].filter((part) => part !== null).join(" "),
    );
  const all = [fixed.kpi, fixed.orgUnit, fixed.year].filter((part) => part !== null).join(" ");
  return isUsed ? `${said.join(", ")} | ${all}` : "not read";
}
