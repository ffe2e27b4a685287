import { openFirstBlock } from "./composer";
import { expect, expectAccessible, test } from "./fixtures";

const edit = "/region-midtjylland/reports/2024/edit";

test.use({ as: "regionController" });

test("a number is picked from the menu, stands in the text as what it says, and is shown in the report", async ({
  page,
}) => {
  await openFirstBlock(page, edit, "agreements");
  const form = page.locator("#agreements form.text-form").first();
  const body = form.getByRole("textbox", { name: "Tekst, dansk" });
  await expect(form.getByRole("toolbar").first()).toBeVisible();
  await body.fill("Vandforbrug:");
  await page.keyboard.type(" ");
  const menu = page.getByRole("region", { name: "Indsæt et tal" });
  await menu.getByLabel("Nøgletal").selectOption("water");
  await menu.getByLabel("Hvad").selectOption({ label: "Værdi med enhed" });
  const shown = await menu.locator("b").innerText();
  expect(shown).toMatch(/^[\d.,]+ m³$/);
  await menu.getByRole("button", { name: "Indsæt" }).click();
  const number = body.locator(".bound");
  await expect(number).toHaveText(shown);
  await expect(number).toHaveAttribute("data-reference", "{{kpi:water unit}}");
  await expectAccessible(page);
  await expect(form.getByRole("status").last()).toContainText("Gemt kl.");
  // The menu lies over nothing of what is written, saved or said.
  const [text, above] = await Promise.all([form.boundingBox(), menu.boundingBox()]);
  expect(above!.y).toBeGreaterThanOrEqual(text!.y + text!.height);

  // A share of an amount is an org unit's; only a split has one of women or men.
  const what = menu.getByLabel("Hvad");
  await expect(what.getByRole("option", { name: "Andel kvinder" })).toHaveCount(0);
  await what.selectOption({ label: "Enhedens andel af hele organisationen" });
  await expect(menu.getByRole("option", { name: "Hele organisationen", exact: true })).toHaveCount(0);
  await expect(menu.locator("code")).toHaveText(/^\{\{kpi:water @[a-z0-9-]+ share\}\}$/);

  // Chosen in the text, it is shown in the menu and changed there.
  await number.click();
  await menu.getByLabel("Hvad").selectOption({ label: "Værdi" });
  await menu.getByRole("button", { name: "Indsæt" }).click();
  await expect(number).toHaveAttribute("data-reference", "{{kpi:water}}");
  await expect(number).toHaveText(shown.replace(" m³", ""));
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form.getByRole("status").last()).toContainText("Gemt kl.");
  await page.goto("/region-midtjylland/reports/2024");
  await expect(page.locator("#agreements .lead")).toHaveText(`Vandforbrug: ${shown.replace(" m³", "")}`);
});

test("a number nothing can be made of is refused with its place, and what was typed stays", async ({ page }) => {
  await openFirstBlock(page, edit, "strategy");
  const form = page.locator("#strategy form.text-form").first();
  const body = form.getByRole("textbox", { name: "Tekst, engelsk" });
  await expect(form.getByRole("toolbar").last()).toBeVisible();
  await body.fill("First line.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Up {{kpi:watr rise}}");
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form).toContainText("Engelsk tekst, linje 3: {{kpi:watr rise}} nævner et nøgletal");
  await expect(form.getByRole("status").last()).toHaveText("Ikke gemt");
  await expect(body).toHaveText("First line.Up {{kpi:watr rise}}");
});
