import { expect, test } from "vitest";
import { sheetView } from "@/components/entry/sheet-view";
import type { Access } from "@/lib/access/model";
import type { FixedFormula } from "@/lib/kpi/schema";
import { emptyContent, type StoredCell } from "@/lib/value/model";
import type { SheetRow } from "@/lib/value/sheet/model";
import { figure } from "./report/fixture";

const access: Access = {
  user: { id: "u", name: "Ann", email: "ann@tests.example" },
  organisation: { id: "o", slug: "org", name: "Org", nameEn: "Org", dataVersion: "1", hasAgreements: false },
  roles: ["controller"],
  orgUnitIds: null,
  organisations: [],
};
const before: StoredCell = {
  ...emptyContent,
  ...{ status: "reported", amount: "7", scale: 0, comment: "Hemmelig", source: "Regneark" },
  ...{ version: 3, origin: "entered", isExample: false, by: "Bo", at: "2024-01-15T09:00:00.000Z" },
};

function row(code: string, formula: FixedFormula | null = null): SheetRow {
  const cell = (year: number): SheetRow["years"][number] => ({
    year,
    kind: formula ? "calculated" : "asked",
    formula,
    rule: { valueKind: "number", unitOfMeasure: "t", minimum: "0", maximum: null, tolerancePercent: "25" },
    decimals: null,
    lastYear: before,
    cell: null,
    confirmed: [],
    figure: figure(year, "1"),
    beside: null,
  });
  return {
    ...{ kpiId: code, code, name: code, shortName: code, names: [], parentCode: null, owner: null },
    ...{ definition: "", unitOfMeasure: "t", before: [null, null], years: [cell(2024), cell(2023)] },
  };
}

const share = (part: string, whole: string): FixedFormula => ({ kind: "share", part, whole });
const view = sheetView(
  {
    year: 2024,
    orgUnit: { id: "1", code: "unit", name: "Unit", isRoot: false },
    years: [2024, 2023].map((year) => ({ year, state: "open", dueOn: null })),
    groups: [
      {
        ...{ code: "base", name: null, colour: null },
        rows: [
          row("men"),
          row("all"),
          row("other"),
          row("of-all", share("men", "all")),
          row("x", share("all", "gone")),
        ],
      },
    ],
  },
  access,
  "da",
  new Date("2025-01-01T12:00:00Z"),
);
const cells = view.groups.flatMap(({ rows }) =>
  rows.flatMap(({ code, years }) => years.map((cell) => ({ code, cell }))),
);

test("a cell knows the shares it is part or whole of, in its own year", () => {
  const found = new Map(cells.map(({ code, cell }) => [`${code} ${cell.year}`, cell.partOf]));
  for (const year of [2024, 2023]) {
    expect(found.get(`men ${year}`)).toEqual([{ isWhole: false, code: "all" }]);
    expect(found.get(`all ${year}`)).toEqual([
      { isWhole: true, code: "men" },
      { isWhole: false, code: "gone" },
    ]);
    expect(found.get(`other ${year}`)).toEqual([]);
  }
});

test("of the year before only the figure goes to the browser, and what goes there is the same as JSON", () => {
  expect(cells[0]!.cell.lastYear).toEqual({ status: "reported", amount: "7", scale: 0, men: null, women: null });
  expect(JSON.stringify(view)).not.toMatch(/Hemmelig|Regneark|"Bo"/);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});
