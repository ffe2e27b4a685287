import { expect, it } from "vitest";
import { gapsIn } from "@/lib/import/gap/model";
import type { ColumnPlan, SheetPlan } from "@/lib/import/model";

const column = (at: number, some: Partial<ColumnPlan>): ColumnPlan => ({
  column: at,
  head: "",
  role: "value",
  kpi: null,
  orgUnit: null,
  year: null,
  unit: null,
  ...some,
});
const sheet = (columns: ColumnPlan[], some: Partial<SheetPlan> = {}): SheetPlan => ({
  sheet: 0,
  isUsed: true,
  head: [0],
  columns,
  fixed: { kpi: null, orgUnit: null, year: null },
  ...some,
});
const codes = (...sheets: SheetPlan[]) => gapsIn({ sheets }).map(({ code }) => code);
const years = [column(1, { year: 2024 }), column(2, { year: 2023 })];

it("names what a sheet does not say of its figures, and nothing of a sheet that is not read", () => {
  expect(codes()).toEqual(["noSheet"]);
  expect(codes(sheet(years, { isUsed: false }))).toEqual(["noSheet"]);
  expect(codes(sheet([]))).toEqual(["noHead"]);
  expect(codes(sheet([column(0, { role: "kpi" })]))).toEqual(["noFigures"]);
  expect(codes(sheet(years))).toEqual(["noKpi", "noOrgUnit"]);
  expect(codes(sheet([column(0, {})]))).toEqual(["noKpi", "noOrgUnit", "noYear"]);
  expect(codes(sheet(years), sheet([], { isUsed: false }))).toEqual(["noKpi", "noOrgUnit"]);
});

it("is satisfied by a column, by a column of figures, or by the whole sheet", () => {
  const fixed = { kpi: "water", orgUnit: "nord", year: 2024 };
  expect(codes(sheet([column(0, {})], { fixed }))).toEqual([]);
  expect(codes(sheet([column(0, { role: "kpi" }), column(1, { role: "orgUnit" }), ...years]))).toEqual([]);
  expect(codes(sheet([column(0, { role: "kpi" }), column(1, { orgUnit: "nord" }), ...years]))).toEqual([]);
  expect(codes(sheet([column(0, { role: "comment", kpi: "water" }), ...years]))).toContain("noKpi");
});
