import { addKpi, addOrgUnits, addPillar, setTarget, test } from "./nordlys";
import { expect } from "./wire";

test("from nothing: an organisation is set up in the browser, entered and followed, without a file", async ({
  page,
  nordlys: { at, year },
}) => {
  await page.getByRole("link", { name: "Opsætning" }).click();
  await page.getByRole("link", { name: "Enheder" }).first().click();
  await addOrgUnits(page, [
    ["Nord", "nord"],
    ["Syd", "syd"],
  ]);

  await addPillar(page, at("setup/pillars/new"));

  const add = (code: string, name: string, more: () => Promise<unknown>) =>
    addKpi(page, at("setup/kpis/new"), { code, name, from: year }, more);
  await add("el", "El", () => page.getByLabel("Måleenhed").selectOption("MWh"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("El");
  await add("el-dobbelt", "Dobbelt el", async () => {
    await page.getByLabel("Måleenhed").selectOption("MWh");
    await page.getByLabel("Kommer af").selectOption("expression");
    await page.getByLabel("Koder eller formel").fill("el * 2 + gas");
  });
  // The refusal names the place, and what was typed is still there.
  await expect(page.locator(".error-summary")).toContainText("»gas«");
  await expect(page.getByLabel("Kode", { exact: true })).toHaveValue("el-dobbelt");
  await page.getByLabel("Koder eller formel").fill("el * 2");
  await page.getByRole("button", { name: "Tilføj et nøgletal" }).click();
  await expect(page).toHaveURL(/el-dobbelt$/);

  await setTarget(page, "5", year);

  for (const [unit, typed] of [
    ["nord", "1,5"],
    ["syd", "1"],
  ] as const) {
    await page.goto(at(`entry/${year}/${unit}`));
    await page.locator("table[role=grid][data-ready=true]").waitFor();
    await page.getByRole("gridcell", { name: new RegExp(`^El ${year},`) }).click();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("gridcell", { name: /^Status for El:/ })).toHaveAccessibleName(/Gemt/);
  }
  await page.goto(at(`dashboard/${year}`));
  const double = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Dobbelt el" }) });
  await expect(double).toContainText("5,00");
  await expect(double).toContainText("Nået");

  await page.goto(at("setup/periods"));
  await page.getByRole("button", { name: `Send til gennemsyn ${year}` }).click();
  await page.getByRole("button", { name: `Luk ${year}` }).click();
  await page.getByRole("button", { name: `Åbn igen ${year}` }).click();
  await expect(page.locator(".error-summary")).toContainText("hvorfor");
  await page.goto(at(`entry/${year}/nord`));
  await expect(page.locator("body")).toContainText("lukket");
});
