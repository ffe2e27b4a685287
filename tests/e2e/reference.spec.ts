import { expect, expectAccessible, test } from "./fixtures";

const edit = "/region-midtjylland/reports/2024/edit";

test.use({ as: "regionController" });

test("a number is picked from the menu, inserted at the cursor, and shown in the report", async ({ page }) => {
  await page.goto(edit);
  const form = page.locator("#agreements form").first();
  const body = form.getByLabel("Tekst, dansk");
  await body.fill("Vandforbrug: ");
  const menu = page.getByRole("region", { name: "Indsæt et tal" });
  await menu.getByLabel("Nøgletal").selectOption("water");
  await menu.getByLabel("Hvad").selectOption({ label: "Værdi med enhed" });
  const shown = await menu.locator("b").innerText();
  expect(shown).toMatch(/^[\d.,]+ m³$/);
  await menu.getByRole("button", { name: "Indsæt" }).click();
  await expect(body).toHaveValue("Vandforbrug: {{kpi:water unit}}");
  await expect(form.getByRole("status").last()).toHaveText("Ikke gemt");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form.getByRole("status").last()).toHaveText("Gemt");
  await page.goto("/region-midtjylland/reports/2024");
  await expect(page.locator("#agreements .lead")).toHaveText(`Vandforbrug: ${shown}`);
});

test("a number nothing can be made of is refused with its place, and what was typed stays", async ({ page }) => {
  await page.goto(edit);
  const form = page.locator("#strategy form").first();
  const body = form.getByLabel("Tekst, engelsk");
  await body.fill("First line.\n\nUp {{kpi:watr rise}}.");
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form).toContainText("Engelsk tekst, linje 3: {{kpi:watr rise}} nævner et nøgletal");
  await expect(body).toHaveValue("First line.\n\nUp {{kpi:watr rise}}.");
});
