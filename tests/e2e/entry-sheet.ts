/** Parts of an org unit's sheet as a test speaks of them. */
import type { Page } from "@playwright/test";
import { openSheet } from "./open-years";

/** A cell of the grid of 2024 by the KPI's short name: its figure, or another column of it. */
export function cell(page: Page, kpi: string, column: "figure" | "status" | "source" | "note" = "figure") {
  const start = {
    figure: `${kpi} 2024,`,
    status: `Status for ${kpi}:`,
    source: `Kilde til ${kpi}:`,
    note: `Bemærkning til ${kpi}:`,
  }[column];
  return page.getByRole("gridcell", { name: new RegExp(`^${start.replace(/[()]/g, "\\$&")}`) });
}

/** What is said below a cell. */
export function message(page: Page, words: string | RegExp) {
  return page.locator(".msg", { hasText: words });
}

/** Opens the sheet of an org unit of Aleris. */
export function sheet(page: Page, orgUnit: string, year = 2024): Promise<void> {
  return openSheet(page, `/aleris/entry/${year}/${orgUnit}`);
}
