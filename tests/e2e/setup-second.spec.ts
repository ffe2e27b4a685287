import { readFile } from "node:fs/promises";
import { expectAccessible } from "./fixtures";
import { addOrgUnits, setTarget, test } from "./nordlys";
import { expect } from "./wire";

/** One of each kind: entered per org unit, ratio, share, expression, split, net score. */
const chosen = [
  "Vandforbrug",
  "Strømforbrug ift. omsætning",
  "Genanvendelsesandel af affald",
  "Energiforbrug i alt",
  "Kønsdiversitet, alle ansatte (m/k)",
  "Medarbejdernes anbefaling, eNPS",
];

test("a second organisation is built beside the first: library, targets, its own look, and its set-up as a file", async ({
  page,
  nordlys,
}) => {
  const { year } = nordlys;
  const at = (path: string) => `${nordlys.origin}/sydlys/${path}`;
  await page.goto(nordlys.at("setup/organisation"));
  await page.getByRole("link", { name: "Ny organisation" }).click();
  await page.getByLabel("Organisationens navn").fill("Sydlys ApS");
  await page.getByLabel("Kort navn i adresser").fill("nordlys");
  await page.getByRole("button", { name: "Opret organisationen" }).click();
  await expect(page.locator(".error-summary")).toContainText("kort");
  await page.getByLabel("Kort navn i adresser").fill("sydlys");
  await page.getByRole("button", { name: "Opret organisationen" }).click();
  await expect(page).toHaveURL(/\/sydlys\/setup$/);

  await page.goto(at("setup/org-units"));
  await addOrgUnits(page, [
    ["Øst", "oest"],
    ["Vest", "vest"],
  ]);

  await page.goto(at("setup/kpi-library?set=all"));
  await page.getByRole("button", { name: "Tilføj de valgte" }).click();
  await expect(page.locator(".error-summary")).toContainText("mindst ét nøgletal");
  for (const name of chosen) await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: "Tilføj de valgte" }).click();
  await expect(page.getByText("De valgte nøgletal er tilføjet")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: chosen[0]!, exact: true })).toHaveCount(0);
  await page.goto(at("setup/kpi-library?set=fsr&q=fremmøde"));
  await expect(page.getByRole("checkbox")).toHaveCount(1);
  await expectAccessible(page);

  await page.goto(at("setup/kpis/water"));
  await setTarget(page, "100", year + 5);
  await page.getByText("Vælg enheder og år").click();
  await page.getByRole("checkbox", { name: "Øst" }).check();
  await page.getByRole("button", { name: "Indsaml her" }).click();
  await expect(page.getByRole("rowheader", { name: "Øst" })).toBeVisible();
  await page.getByText("Tilføj et sammenligningstal").first().click();
  await page.getByLabel("Hvad det er, på dansk").fill("Branchen");
  await page.getByLabel("Hvad det er, på engelsk").fill("The sector");
  await page.locator("#benchmark-year").fill(String(year));
  await page.getByLabel("Tal", { exact: true }).fill("120,5");
  await page.getByRole("button", { name: "Tilføj et sammenligningstal" }).click();
  await expect(page.getByRole("rowheader", { name: "Branchen" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(at("setup/kpis/waste"));
  await page.getByRole("button", { name: "Slet nøgletallet" }).click();
  await expect(page.locator(".error-summary")).toContainText("waste-recycled-share");

  await page.goto(at("setup/organisation"));
  await page.getByLabel("Husets farve").fill("#ffcc00");
  await page.getByLabel("Regnskabsåret begynder i").selectOption({ label: "maj" });
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.locator(".error-summary")).toContainText("for lys");
  await page.getByLabel("Husets farve").fill("#0b5c55");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Kontrast mod papir")).toBeVisible();
  await expectAccessible(page);
  await page.goto(at("setup/periods"));
  await expect(page.getByRole("rowheader", { name: String(year) })).toContainText("01.05.");

  await page.goto(at("setup/file"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Hent som YAML" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("code: energy");
  const box = page.getByLabel("Opsætningens tekst");
  await box.fill(text.replace("code: oest", "code: Oest"));
  await page.getByRole("button", { name: "Vis, hvad der ændres" }).click();
  await expect(page.getByRole("row").filter({ hasText: "orgUnits[0].code" })).toContainText("små bogstaver");
  await box.fill(text.replace("name: Vest", "name: Vesterbro"));
  await page.getByRole("button", { name: "Vis, hvad der ændres" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Vesterbro" })).toContainText("ændres");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Læs opsætningen ind" }).click();
  await expect(page.getByText("Opsætningen er læst ind")).toBeVisible();

  await page.goto(at(`entry/${year}/oest`));
  await page.locator("table[role=grid][data-ready=true]").waitFor();
  await expect(page.getByRole("gridcell", { name: new RegExp(`^Vand ${year},`) })).toBeVisible();
  await page.goto(at("setup/org-units"));
  await expect(page.getByRole("rowheader", { name: "Vesterbro" })).toBeVisible();
});
