import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { demoRows } from "./demo-facts";
import { expectAccessible } from "./fixtures";
import { expect, test } from "./wire";

test.use({ as: "controller" });

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
};

test("the list says what each factor is, which account it belongs to, and where it is used", async ({ page }) => {
  await page.goto("/aleris/factors");
  const row = page.getByRole("row").filter({ hasText: "electricity-market" });
  await expect(row).toContainText("markedsbaseret");
  await expect(row.getByRole("link", { name: "Scope 2, markedsbaseret" })).toBeVisible();
  await page.getByRole("link", { name: "Strøm, gennemsnit af nettet" }).click();
  const version = page.getByRole("row").filter({ hasText: "145,560961" });
  await expect(version).toContainText("tilbageregnet");
  await expect(version).toContainText("udgivet 2022");
});

test("a controller adds a factor and versions of it; a refusal stands at its field", async ({ page }) => {
  const code = `test-${randomUUID().slice(0, 8)}`;
  await page.goto("/aleris/factors/new");
  await fill(page, { Kode: code, "Aktivitet på dansk": "Diesel", "Aktivitet på engelsk": "Diesel", Område: "DK" });
  await page.getByRole("radio", { name: "Scope 1" }).check();
  const version = { "Gælder fra regnskabsåret": "2024", "Enhed for udledningen": "MWh", "Enhed for aktiviteten": "L" };
  await fill(page, { ...version, Værdi: "2.68", Kilde: "Test", "Hentet den": "2025-01-02" });
  await page.getByRole("button", { name: "Tilføj faktoren" }).click();
  await expect(page.locator(".error-summary")).toContainText("2,68");
  await page.getByLabel("Værdi", { exact: true }).fill("2,68");
  await page.getByRole("button", { name: "Tilføj faktoren" }).click();
  await expect(page.locator(".error-summary")).toContainText("Udledning måles i masse");
  await expectAccessible(page);
  await page.getByLabel("Enhed for udledningen").fill("kg CO2e");
  await page.getByRole("button", { name: "Tilføj faktoren" }).click();
  await expect(page).toHaveURL(new RegExp(`/factors/${code}$`));
  await fill(page, { "Gælder fra regnskabsåret": "2025", Værdi: "2,6", Kilde: "Test 2", "Hentet den": "2026-01-02" });
  await page.getByRole("button", { name: "Tilføj versionen" }).click();
  await expect(page.getByText("Versionen er tilføjet.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Test 2" })).toContainText("2,6");
});

test("a file is looked through line by line before anything is added", async ({ page }) => {
  const code = `file-${randomUUID().slice(0, 8)}`;
  const head = "kode;aktivitet;aktivitet (en);scope;metode;område;år;værdi;enhed ud;enhed ind;kilde;hentet";
  const line = (value: string) => `${code};Gas;Gas;1;;DK;2024;${value};kg CO2e;m³;Test;2025-01-02`;
  const count = async () =>
    (await demoRows<{ id: string }>(`select id from "EmissionFactor" where code = $1`, [code])).length;
  await page.goto("/aleris/factors/import");
  await page.getByLabel("Linjer").fill(`${head}\n${line("1e3")}`);
  await page.getByRole("button", { name: "Se filen igennem" }).click();
  await expect(page.getByRole("row").filter({ hasText: code })).toContainText("afvist");
  await expect(page.getByRole("button", { name: /^Tilføj/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel("Linjer").fill(`${head}\n${line("2,05")}`);
  await page.getByRole("button", { name: "Se filen igennem" }).click();
  await expect(page.getByRole("row").filter({ hasText: code })).toContainText("ny faktor");
  expect(await count()).toBe(0);
  await page.getByRole("button", { name: "Tilføj 1 version" }).click();
  await expect(page).toHaveURL(/\/factors$/);
  expect(await count()).toBe(1);
});

test("who may not add reads only", async ({ pageAs }) => {
  const manager = await pageAs("manager");
  await manager.goto("/aleris/factors");
  await expect(manager.getByRole("link", { name: "Tilføj en faktor" })).toHaveCount(0);
  await manager.goto("/aleris/factors/district-heating");
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Fjernvarme");
  await expect(manager.getByRole("button", { name: "Tilføj versionen" })).toHaveCount(0);
});
