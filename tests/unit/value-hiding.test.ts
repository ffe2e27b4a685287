import { describe, expect, it } from "vitest";
import type { Figure } from "@/lib/figure/model";
import { withoutHidden } from "@/lib/value/sheet/hiding/model";
import type { EntrySheet, SheetCell, SheetRow } from "@/lib/value/sheet/model";

const figure = (year: number, amount: string) => ({ year, amount, status: "reported" }) as Figure;
const cell = (year: number) =>
  ({
    ...{ year, kind: "asked", formula: null, decimals: null, confirmed: [{ code: "jump" }] },
    cell: { status: "reported", amount: "3", comment: "Three nurses", source: "Payroll" },
    lastYear: { status: "reported", amount: "4" },
    figure: figure(year, "3"),
    beside: null,
  }) as unknown as SheetCell;
const row = (code: string) =>
  ({ code, before: [figure(2022, "5"), figure(2023, "4")], years: [cell(2024), cell(2023)] }) as unknown as SheetRow;
const sheet = {
  ...{ year: 2024, orgUnit: { id: "unit", code: "unit", name: "Unit", isRoot: false }, years: [] },
  groups: [{ code: "base", name: null, colour: null, rows: [row("injuries"), row("waste")] }],
} as unknown as EntrySheet;

describe("a sheet for somebody who may not see small groups", () => {
  const shown = withoutHidden(
    sheet,
    ({ code, orgUnitId, year }) => code === "injuries" && orgUnitId === "unit" && year === 2023,
  );
  const [injuries, waste] = shown.groups[0]!.rows;

  it("keeps nothing of a hidden cell: no figure, no words, and not as last year's of the next", () => {
    const [now, then] = injuries!.years;
    expect(then).toMatchObject({ isHidden: true, cell: null, lastYear: null, confirmed: [], kind: "calculated" });
    expect(JSON.stringify(then)).not.toMatch(/Three nurses|Payroll|"3"/);
    expect(now).toMatchObject({ lastYear: null, cell: { amount: "3" } });
    expect(injuries!.before).toEqual([figure(2022, "5"), null]);
  });

  it("leaves every other row as it is", () => {
    expect(waste).toEqual(sheet.groups[0]!.rows[1]);
  });
});
