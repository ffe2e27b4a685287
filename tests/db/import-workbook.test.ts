import type { Client } from "pg";
import { describe, expect, it } from "vitest";
import {
  appendix,
  doubleHead,
  hidden,
  indented,
  long,
  transposed,
  vintages,
  wide,
} from "@/tests/fixtures/import/shapes";
import { workbook } from "@/tests/fixtures/import/workbook";
import { lines, preview, type ImportWorld } from "./import-world";
import { importing } from "./importing";

let client: Client;
let world: () => Promise<ImportWorld>;
importing("org", (made) => ({ client, world } = made));

/** A workbook brought to the preview of an organisation of its own, and every figure found in it. */
async function found(name: string, sheets: Parameters<typeof workbook>[0], change?: Parameters<typeof preview>[4]) {
  const made = await preview(client, await world(), name, workbook(sheets), change);
  return { ...made, figures: await lines(client, made.id) };
}

describe("workbooks as they are", () => {
  it("a table of an appendix: descending years, marks, text in number cells, percent formats, errors, splits", async () => {
    const { figures } = await found("ESG.xlsx", appendix);
    expect(figures).toEqual([
      "D5 electricity root 2024 719.5 compared differs",
      "E5 electricity root 2023 700 compared differs",
      "F5 electricity root 2022 notMeasured compared same",
      "D6 water root 2024 1707.5 compared differs",
      "E6 water root 2023 refused errorValue",
      "F6 water root 2022 -324.1 compared differs",
      "D7 revenue root 2024 refused approximate",
      "E7 revenue root 2023 refused uncalculated",
      "F7 revenue root 2022 719 added",
      "D8 board root 2024 27/73 added",
      "E8 board root 2023 refused splitSum",
      "F8 board root 2022 notApplicable added",
      "D9 recycled root 2024 27 added",
      "E9 recycled root 2023 27.55 added",
      "F9 recycled root 2022 27 added",
      "D10 intensity root 2024 0.5 compared differs",
    ]);
  });

  it("two heading rows, merged, with a unit of measure in the label", async () => {
    const { figures } = await found("Forbrug.xlsx", doubleHead);
    expect(figures).toEqual([
      "B3 electricity nord 2024 1000 added",
      "C3 electricity nord 2023 2000 added",
      "D3 electricity syd 2024 3000 added",
      "E3 electricity syd 2023 4000 added",
      "B4 water nord 2024 5 added",
      "C4 water nord 2023 6 added",
      "D4 water syd 2024 7 added",
      "E4 water syd 2023 8 added",
    ]);
  });

  it("the same without merging the heading", async () => {
    const { figures } = await found(
      "Forbrug.xlsx",
      doubleHead.map((sheet) => ({ ...sheet, merges: [] })),
    );
    expect(figures.slice(4)).toEqual([
      "B4 water nord 2024 5 added",
      "C4 water nord 2023 6 added",
      "D4 water syd 2024 7 added",
      "E4 water syd 2023 8 added",
    ]);
  });

  it("two vintages of a year: what differs is refused in both, what agrees counts once", async () => {
    const { figures } = await found("a.xlsx", vintages);
    expect(figures).toEqual([
      "B2 electricity nord 2024 10 added",
      "C2 electricity nord 2023 20 refused duplicate",
      "D2 electricity nord 2023 21 refused duplicate",
      "B3 water nord 2024 5 added",
      "C3 water nord 2023 6 added",
      "D3 water nord 2023 6 unchanged",
    ]);
  });

  it("hidden rows and columns are refused unless asked for, a hidden sheet is not read, a merged figure is refused", async () => {
    const hiding = await found("a.xlsx", hidden, (plan) => {
      for (const sheet of plan.sheets) sheet.fixed.orgUnit = "nord";
      plan.kpis.Omsætning = "water";
      plan.kpis.Vand = "electricity";
    });
    expect(hiding.wasAsked).toBe(true);
    expect(hiding.figures).toEqual([
      "B2 water nord 2024 10 added",
      "C2 water nord 2023 20 added",
      "D2 water nord 2022 refused hidden",
      "B3 electricity nord 2024 refused hidden",
      "C3 electricity nord 2023 refused hidden",
      "D3 electricity nord 2022 refused hidden",
      "B4 electricity nord 2024 refused merged",
      "D4 electricity nord 2022 refused hidden",
    ]);
    const open = await found("a.xlsx", hidden, (plan) => {
      plan.takesHidden = true;
      for (const sheet of plan.sheets) sheet.fixed.orgUnit = "nord";
      plan.kpis.Omsætning = "water";
      plan.kpis.Vand = "electricity";
      plan.kpis.El = "";
    });
    expect([open.summary.added, open.summary.refused, open.summary.leftOut]).toEqual([6, 0, 2]);
  });

  it("years that are dates, down the rows, with KPIs across and the org unit in the sheet's name", async () => {
    const { figures } = await found("a.xlsx", transposed);
    expect(figures).toEqual([
      "B2 electricity nord 2024 5 added",
      "C2 water nord 2024 12.5 added",
      "B3 electricity nord 2023 6 added",
      "C3 water nord 2023 12.75 added",
    ]);
  });

  it("130 columns, of which two are figures; the sum row belongs to the organisation and is compared", async () => {
    const { figures, plan } = await found("a.xlsx", wide);
    expect(plan.sheets[0]!.columns).toHaveLength(130);
    expect(figures).toEqual([
      "BJ2 electricity nord 2024 11 added",
      "BK2 water nord 2024 12 added",
      "BJ3 electricity syd 2024 21 added",
      "BK3 water syd 2024 22 added",
      "BJ4 electricity root 2024 32 compared same",
      "BK4 water root 2024 34 compared same",
    ]);
  });

  it("a long table in English: units of measure per row, statuses, a merged label", async () => {
    const { figures } = await found("a.xlsx", long, (plan) => {
      Object.assign(plan.orgUnits, { North: "nord", South: "syd" });
    });
    expect(figures).toEqual([
      "E2 electricity nord 2024 1.7075 refused basisMissing",
      "E3 water nord 2024 12 added",
      "E4 electricity syd 2024 refused unitMismatch",
      "E5 water syd 2024 refused percentFormat",
      "E6 water syd ? refused unknownYear",
      "E7 water ? 2024 refused unknownOrgUnit",
    ]);
  });

  it("a label that means another KPI under another", async () => {
    const { figures, wasAsked } = await found("a.xlsx", indented, (plan) => {
      for (const sheet of plan.sheets) sheet.fixed.orgUnit = "nord";
      plan.kpis["El › ift. omsætning"] = "intensity";
    });
    expect(wasAsked).toBe(true);
    expect(figures).toEqual([
      "B2 electricity nord 2024 10 added",
      "B3 intensity nord 2024 0.2 compared differs",
      "B4 water nord 2024 20 added",
      "B5 ? nord 2024 refused unknownKpi",
    ]);
  });
});
