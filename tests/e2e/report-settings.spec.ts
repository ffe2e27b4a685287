import { treeOf } from "./composer";
import { expect, test } from "./fixtures";

test.use({ as: "regionController" });

test("a block's settings are picked in words, stored, and drawn in the report", async ({ page }) => {
  const [year] = await page
    .goto("/region-midtjylland/reports")
    .then(() => page.locator(".report-list a").first().getAttribute("href"))
    .then((href) => /\d{4}$/.exec(href ?? "") ?? [""]);
  await page.goto(`/region-midtjylland/reports/${year}/edit`);
  await treeOf(page)
    .getByRole("link", { name: /^Tekst/ })
    .last()
    .click();
  const settings = page.locator("details.settings").filter({ hasText: "Tekstens rolle" }).last();
  await settings.locator("summary").click();
  await settings.getByLabel("Rolle").selectOption({ label: "Indledning, der åbner kapitlet med større skrift" });
  await settings.getByRole("button", { name: /Gem indstillingerne/ }).click();
  await page.reload();
  await page.locator("details.settings").filter({ hasText: "Tekstens rolle" }).last().locator("summary").click();
  await expect(page.getByLabel("Rolle").last()).toHaveValue("lead");
});
