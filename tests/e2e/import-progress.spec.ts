/** Imports that take their time: left and found again, given up half way; and what a preview asks. */
import type { Page } from "@playwright/test";
import pg from "pg";
import { workbook } from "../fixtures/import/workbook";
import { demoRows, demoUrl } from "./demo-facts";
import { expect, expectAccessible, test } from "./fixtures";

const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Brings a workbook to the page that asks how it is to be read; returns the import's id. */
async function brought(page: Page, name: string): Promise<string> {
  const buffer = workbook([
    {
      name: "2024",
      rows: [
        ["Nøgletal", "Enhed", "Aarhus"],
        ["Strømforbruget her", "MWh", 12],
      ],
    },
  ]);
  await page.goto("/aleris/import");
  await page.getByLabel("Fil", { exact: true }).setInputFiles({ name, mimeType, buffer });
  await page.getByRole("button", { name: "Læs filen" }).click();
  await expect(page.getByRole("heading", { name: `Sådan læses ${name}` })).toBeVisible();
  await page.getByLabel("Strømforbruget her").fill("Strøm · electricity");
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

/** Holds the work on one import where it begins to note the file's figures, as a large file would for minutes; returns how to let it go on. */
async function held(id: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: demoUrl() });
  await client.connect();
  await client.query("BEGIN");
  // Whoever notes the same figure waits until this transaction has ended.
  await client.query(
    `INSERT INTO "ImportCell" ("importId", position, sheet, cell, text, outcome) VALUES ($1, 0, 0, 'A1', '', 'unchanged')`,
    [id],
  );
  return () => client.end();
}

test.use({ as: "controller" });
// One import is worked on at a time: these two hold it up on purpose, one after the other.
test.describe.configure({ mode: "default" });

test("an import goes on while its page is left, says so on the list, and is found where it stands", async ({
  page,
}) => {
  const id = await brought(page, "forladt.xlsx");
  const letGo = await held(id);
  await page.getByRole("button", { name: "Vis forskellen" }).click();
  await expect(page.getByRole("status")).toHaveText("Finder forskellen …");
  await expect(page.getByRole("progressbar", { name: "Finder forskellen …" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/aleris/import");
  await expect(page.getByRole("row", { name: /^forladt\.xlsx/ }).first()).toContainText("Finder forskellen …");
  await letGo();
  await page.getByRole("link", { name: "forladt.xlsx" }).first().click();
  await expect(page.getByText("Filen ændrer 1 tal.").or(page.getByText("Filen ændrer ét tal."))).toBeVisible();
  await page.getByRole("button", { name: "Opgiv importen" }).click();
  await expect(page.getByText("Intet blev gemt.")).toBeVisible();
});

test("an import that is given up while it works stops, and nothing of it is kept", async ({ page }) => {
  const id = await brought(page, "opgivet.xlsx");
  const letGo = await held(id);
  await page.getByRole("button", { name: "Vis forskellen" }).click();
  await expect(page.getByRole("status")).toHaveText("Finder forskellen …");
  await page.getByRole("button", { name: "Opgiv importen" }).click();
  await expect(page.getByText("Intet blev gemt.")).toBeVisible();
  await letGo();
  await page.reload();
  await expect(page.getByText("Intet blev gemt.")).toBeVisible();
  expect(await demoRows(`SELECT state, summary FROM "Import" WHERE id = $1`, [id])).toEqual([
    { state: "cancelled", summary: null },
  ]);
  // The next one is taken up as if nothing had been.
  await brought(page, "den næste.xlsx");
  await page.getByRole("button", { name: "Vis forskellen" }).click();
  await expect(page.getByRole("button", { name: /^Importér/ })).toBeVisible();
  await page.getByRole("button", { name: "Opgiv importen" }).click();
  await expect(page.getByText("Intet blev gemt.")).toBeVisible();
});

test("an unusual figure is asked about in the preview, and the answer stays with it", async ({ page }) => {
  const [before] = await demoRows<{ amount: string }>(
    `SELECT trunc(v.amount)::text AS amount FROM "YearlyValue" v JOIN "Kpi" k ON k.id = v."kpiId" JOIN "OrgUnit" u ON u.id = v."orgUnitId" WHERE k.code = 'electricity' AND u.code = 'aarhus' AND v.year = 2023`,
  );
  const buffer = workbook([
    {
      name: "2024",
      rows: [
        ["Nøgletal", "Aarhus"],
        ["Strøm", Number(before!.amount) * 1_000],
      ],
    },
  ]);
  await page.goto("/aleris/import");
  await page.getByLabel("Fil", { exact: true }).setInputFiles({ name: "spørgsmål.xlsx", mimeType, buffer });
  await page.getByRole("button", { name: "Læs filen" }).click();
  await expect(page.getByText("Ét tal ser usædvanligt ud.")).toBeVisible();
  await page.getByRole("link", { name: "Spørgsmål 1" }).click();
  await expect(page.getByText(/Omkring 1\.000 gange så meget som i 2023/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Svar til B2").fill("Ny bygning siden marts");
  // A page that is left takes the answers on their way with it.
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Gem svarene" }).click();
  await kept;
  await page.reload();
  await expect(page.getByLabel("Svar til B2")).toHaveValue("Ny bygning siden marts");
  await page.getByRole("button", { name: "Opgiv importen" }).click();
  await expect(page.getByText("Intet blev gemt.")).toBeVisible();
});
