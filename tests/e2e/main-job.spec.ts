import type { Page } from "@playwright/test";
import { demoRows } from "./demo-facts";
import { people } from "./people";
import { expect, save, test, typedCell } from "./wire";

/** The row of a KPI in the table that has it, white space made single; the appendix numbers its rows ("E11"). */
async function rowOf(page: Page, table: string, name: string): Promise<string> {
  const head = page.getByRole("rowheader", { name: new RegExp(`^(E\\d+)?\\s*${name}$`) });
  const row = page.locator(`${table} tbody tr`).filter({ has: head });
  await expect(row).toHaveCount(1);
  return (await row.innerText()).replace(/\s+/g, " ");
}

// Other tests look at the year, and a failed run is repeated on the same data.
test.afterEach(async ({ requestAs }) => {
  const [stored] = await demoRows<{ kpiId: string; orgUnitId: string; seen: number }>(
    `select v."kpiId", v."orgUnitId", v.version as seen from "YearlyValue" v join "Kpi" k on k.id = v."kpiId" join "OrgUnit" u on u.id = v."orgUnitId"
     where k.code = 'water' and u.code = 'koebenhavn' and v.year = 2024 and v.status is not null`,
  );
  if (!stored) return;
  const empty = typedCell(stored.kpiId, stored.seen, null);
  const { orgUnitId } = stored;
  await save(await requestAs("controller"), "aleris", { orgUnitId, year: 2024, cells: [empty] });
});

test("a newcomer signs in and enters a figure; the organisation's dashboard, draft report and exports have it at once", async ({
  page,
  pageAs,
  requestAs,
}) => {
  test.slow();
  const controller = await pageAs("controller");
  const exports = await requestAs("controller");
  const csv = async () =>
    (await (await exports.get("/aleris/reports/2024/export/csv?lang=da")).text())
      .split(/\r?\n/)
      .find((line) => line.startsWith("Aleris Danmark,Aleris Danmark,water,Vandforbrug,2024,"));
  // Five of the eight hospitals have delivered their water; København has not.
  await controller.goto("/aleris/dashboard/2024");
  expect(await rowOf(controller, ".k-table", "Vand")).toMatch(/7\.743.*5 af 8 enheder/);

  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole("button", { name: new RegExp(people.contributor) }).click();
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).toHaveURL(/\/aleris\/dashboard\/\d{4}$/);
  await page.getByRole("navigation").getByRole("link", { name: "Indtastning" }).click();
  // The dashboard opens with the latest published year; entry leads to the one that is open.
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

  await controller.goto("/aleris/dashboard/2024");
  expect(await rowOf(controller, ".k-table", "Vand")).toMatch(/12\.56[45].*6 af 8 enheder/);
  await controller.goto("/aleris/kpis/water?year=2024");
  await expect(controller.locator(".units-table tr").filter({ hasText: "København" })).toContainText("4.821,5");
  await expect(controller.locator("#history")).toContainText(/Bidragyder\s*2024, København: 4\.821,5/);
  await controller.goto("/aleris/reports/2024");
  await expect(controller.getByRole("row", { name: /^E11\s*Vandforbrug/ })).toContainText(/12\.56[45]/);
  expect(await csv()).toMatch(/,2024,\w+,12564\.5,/);
  const json = await (await exports.get("/aleris/reports/2024/export/json?lang=en")).text();
  expect(json).toContain('"12564.5"');
  const pdf = await exports.get("/aleris/reports/2024/export/pdf");
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  // Taken back, it is gone from everywhere as fast.
  await cell.click();
  await page.keyboard.press("Delete");
  await expect(status).toHaveAccessibleName(/Mangler/);
  await expect(page.getByRole("status").filter({ hasText: /Gemt kl\. \d\d\.\d\d/ })).toBeVisible();
  await controller.goto("/aleris/dashboard/2024");
  expect(await rowOf(controller, ".k-table", "Vand")).toMatch(/7\.743.*5 af 8 enheder/);
  expect(await csv()).toMatch(/,2024,\w+,7743,/);
});
