/** An installation of a test's own with its first organisation, and the steps by which somebody sets it up. */
import type { Page } from "@playwright/test";
import type { Installation } from "./installation";
import { test as own } from "./own-installation";
import { expect } from "./wire";

/** Where it runs, the year now, and the address of a page in its first organisation. */
export type Nordlys = Installation & { year: number; at: (path: string) => string };

/** A test that begins where Nordlys A/S has just been founded and its administrator looks at the first page. */
export const test = own.extend<{ nordlys: Nordlys }>({
  nordlys: async ({ page, installation }, use) => {
    await found(page, installation.origin);
    const at = (path: string) => `${installation.origin}/nordlys/${path}`;
    await use({ ...installation, year: new Date().getFullYear(), at });
  },
});

async function found(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByLabel("Organisationens navn").fill("Nordlys A/S");
  await page.getByLabel("Kort navn i adresser").fill("nordlys");
  await page.getByLabel("Dit navn").fill("Ida Nordlys");
  await page.getByLabel("Din e-mail").fill("ida@nordlys.example");
  await page.getByLabel("Adgangskode").fill("kaffe under trappen 7");
  await page.getByRole("button", { name: "Opret" }).click();
  await expect(page).toHaveURL(/\/nordlys\//);
}

/** Adds org units on the page that is open: name and code of each. */
export async function addOrgUnits(page: Page, units: readonly (readonly [name: string, code: string])[]) {
  for (const [name, code] of units) {
    await page.getByLabel("Enhed", { exact: true }).fill(name);
    await page.getByLabel("Kode").fill(code);
    await page.getByRole("button", { name: "Tilføj enheden" }).click();
    await expect(page.getByRole("rowheader", { name })).toBeVisible();
  }
}

/** Adds the pillar of the environment, which serves goal 13. */
export async function addPillar(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Kode").fill("miljoe");
  await page.getByLabel("Navn på dansk").fill("Miljø");
  await page.getByLabel("Navn på engelsk").fill("Environment");
  await page.getByRole("checkbox", { name: "13" }).check();
  await page.getByRole("button", { name: "Tilføj en ledestjerne" }).click();
  await expect(page.getByRole("rowheader", { name: "Miljø" })).toBeVisible();
}

/** Fills in a KPI of that pillar, valid from a year, with what `more` adds, and sends it. */
export async function addKpi(
  page: Page,
  address: string,
  { code, name, from }: { code: string; name: string; from: number },
  more: () => Promise<unknown>,
): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByLabel("Ledestjerne").selectOption({ label: "Miljø" });
  for (const field of ["Navn på dansk", "Navn på engelsk", "Kort navn på dansk", "Kort navn på engelsk"])
    await page.getByLabel(field, { exact: true }).fill(name);
  await page.getByLabel("Gælder fra regnskabsår").fill(String(from));
  await more();
  await page.getByRole("button", { name: "Tilføj et nøgletal" }).click();
}

/** Sets the target of the KPI whose page is open: at most this much, in that year. */
export async function setTarget(page: Page, limit: string, year: number): Promise<void> {
  await page.getByRole("textbox", { name: "Mål", exact: true }).fill(limit);
  await page.getByLabel("Slags").selectOption("atMost");
  await page.getByLabel("Målår").fill(String(year));
  await page.getByRole("button", { name: "Sæt målet" }).click();
  await expect(page.getByRole("rowheader", { name: String(year) })).toBeVisible();
}
