import type { Page } from "@playwright/test";
import { people } from "./people";
import { expect, test } from "./wire";

/** Cells of the row of a KPI in the first table that has it, white space made single. */
async function rowOf(page: Page, table: string, name: string): Promise<string> {
  const row = page.locator(`${table} tbody tr`).filter({ has: page.getByText(name, { exact: true }) }).first();
  return (await row.innerText()).replace(/\s+/g, " ");
}

test("a newcomer signs in and enters a figure; the organisation's dashboard, draft report and exports have it at once", async ({ page, pageAs, requestAs }) => {
  test.slow();
  const controller = await pageAs("controller");
  const exports = await requestAs("controller");
  const csv = async () => (await (await exports.get("/aleris/reports/2024/export/csv?lang=da")).text()).split(/\r?\n/).filter((line) => /(^|,)water,/.test(line));
  // Five of the eight hospitals have delivered their water; København has not.
  await controller.goto("/aleris/dashboard/2024");
  expect(await rowOf(controller, ".k-table", "Vand")).toMatch(/7\.743.*5 af 8 enheder/);

  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole("button", { name: new RegExp(people.contributor) }).click();
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).toHaveURL(/\/aleris\/dashboard\/\d{4}$/);
  await page.getByRole("navigation").getByRole("link", { name: "Indtastning" }).click();
  await expect(page).toHaveURL(/\/aleris\/entry\/2023$/);
  // The overview opens with the latest published year; figures are entered in the one that is open.
  await page.getByRole("button", { name: /^Skift regnskabsår/ }).click();
  await page.getByRole("link", { name: /^2024/ }).click();
  await expect(page).toHaveURL(/\/aleris\/entry\/2024$/);
  await page.getByRole("link", { name: "København" }).first().click();
  await expect(page).toHaveURL(/\/aleris\/entry\/2024\/koebenhavn$/);
  await expect(page.locator("table[role=grid]")).toHaveAttribute("data-ready", "true");
  const cell = page.getByRole("gridcell", { name: /^Vand 2024,/ });
  const status = page.getByRole("gridcell", { name: /^Status for Vand:/ });
  await expect(status).toHaveAccessibleName(/Mangler/);
  await cell.click();
  await page.keyboard.type("4.821,5");
  await page.keyboard.press("Enter");
  await expect(status).toHaveAccessibleName(/Gemt|Spørgsmål/);

  try {
    await controller.goto("/aleris/dashboard/2024");
    expect(await rowOf(controller, ".k-table", "Vand")).toMatch(/12\.56[45].*6 af 8 enheder/);
    await controller.goto("/aleris/kpis/water?year=2024");
    await expect(controller.locator(".units-table tr").filter({ hasText: "København" })).toContainText("4.821,5");
    await expect(controller.locator("#history")).toContainText(/Bidragyder\s*2024, København: 4\.821,5/);
    await controller.goto("/aleris/reports/2024");
    expect(await rowOf(controller, "table.app", "Vand")).toMatch(/12\.56[45]/);
    const [line] = await csv();
    expect(line).toMatch(/water,Vand.*,2024,[^,]+,12564\.5,/);
    const json = await (await exports.get("/aleris/reports/2024/export/json?lang=en")).text();
    expect(json).toContain('"12564.5"');
    const pdf = await exports.get("/aleris/reports/2024/export/pdf");
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  } finally {
    // The cell is emptied again: other tests look at the year, and nothing is left of a figure that was taken back.
    await cell.click();
    await page.keyboard.press("Delete");
    await expect(status).toHaveAccessibleName(/Mangler/);
    await expect(page.getByRole("status").filter({ hasText: "Senest gemt" })).toContainText("Alt er gemt");
  }
  await controller.goto("/aleris/dashboard/2024");
  expect(await rowOf(controller, ".k-table", "Vand")).toMatch(/7\.743.*5 af 8 enheder/);
  expect((await csv())[0]).toMatch(/,7743,/);
});
