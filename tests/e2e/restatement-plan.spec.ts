import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { people } from "./people";
import { inspect, ownDemo } from "./restating";

const { at, signIn, speak, rows, published } = ownDemo();

/** Shows the effect of what was filled in and returns the rows of its table, the heading first. */
async function effectOf(page: Page, name: string) {
  await page.getByRole("button", { name: "Show the effect" }).click();
  const effects = page.getByRole("region", { name: `Figures that change with ${name}` });
  await expect(effects).toBeVisible();
  return effects.getByRole("row");
}
async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save the restatement/ }).click();
  await page.waitForURL(/\/aleris\/restatements#r-/);
}

test("a newer version of a factor is taken over by a published year only after every figure was shown", async ({
  page,
}) => {
  test.slow();
  const before = await published();
  await signIn(page, people.controller);
  await speak(page, "en");
  const factor = at("/aleris/factors/electricity-location");
  await page.goto(factor);
  await page.getByLabel("Valid from reporting year").fill("2022");
  await page.getByLabel(/^Value/).fill("0.2");
  await page.getByLabel(/^Source/).fill("A corrected declaration");
  await page.getByLabel(/^Retrieved/).fill("2026-01-31");
  await page.getByRole("button", { name: "Add the version" }).click();
  await expect(page.getByRole("link", { name: "Restate 2022" })).toBeVisible();
  await page.getByRole("link", { name: "Restate 2022" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Restate the emission factor");
  await page.getByLabel("Reason in English").fill("The declaration was corrected.");
  const changed = await effectOf(page, await nameOfFactor(page));
  await expect(changed.nth(1)).toContainText("Scope 2");
  await expect(changed.nth(1)).toContainText("2022");
  await inspect(page);
  await confirm(page);
  await expect(page.getByText("The declaration was corrected.").first()).toBeVisible();
  expect(await published(), "the published record").toEqual(before);
  await page.goto(at("/aleris/kpis/scope2-location?year=2023"));
  await expect(page.getByText("The declaration was corrected.").first()).toBeVisible();
});

const nameOfFactor = async (page: Page) =>
  (await page.getByRole("heading", { level: 1 }).textContent())!
    .replace("Restate the emission factor ", "")
    .replace(" for published years", "");

test("coverage, definition and target of a published year are restated where the figure is", async ({ page }) => {
  test.slow();
  const before = await published();
  await signIn(page, people.controller);
  await speak(page, "en");
  await page.goto(at("/aleris/kpis/waste/coverage?year=2022"));
  await page.getByRole("link", { name: "Restate the coverage of 2022" }).click();
  const ticked = page.getByRole("group", { name: "Units the figure covers" }).getByRole("checkbox", { checked: true });
  await expect(ticked).toHaveCount(4);
  await ticked.first().uncheck();
  await page.getByLabel("Reason in English").fill("One hospital had weighed nothing.");
  const name = (await page.getByRole("heading", { level: 1 }).textContent())!.replace(
    /^Restate whom | 2022 covers$/g,
    "",
  );
  const covered = await effectOf(page, name);
  await expect(covered.nth(1)).toContainText("København");
  await inspect(page);
  await confirm(page);

  const what = page.getByRole("navigation", { name: "What is restated" });
  await page.goto(at("/aleris/restatements/new?kpi=scope1-intensity&year=2022"));
  await what.getByRole("link", { name: "The definition" }).click();
  await page.getByLabel(/^Codes or formula/).fill("scope1, fte");
  await page.getByLabel("Reason in English").fill("Per full-time equivalent.");
  await page.getByRole("button", { name: "Show the effect" }).click();
  await expect(page.getByRole("region", { name: /^Figures that change with/ })).toContainText("2022");
  await inspect(page);
  await confirm(page);

  // An org unit cannot have closed in a published year behind anybody's back; the refusal leads to a restatement.
  await page.goto(at("/aleris/setup/org-units/ringsted"));
  await page.getByLabel("Last day").fill("2021-12-31");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Give a day after 31 December 2023");
  await page.getByRole("link", { name: "Restate the unit for published years", exact: true }).click();
  // Both pages have a field for the last day.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Restate Ringsted for published years");
  await page.getByLabel("Last day").fill("2021-12-31");
  await page.getByLabel("Reason in English").fill("It had closed already.");
  const ringsted = await effectOf(page, "Ringsted");
  await expect(ringsted.filter({ hasText: "2023" }).first()).toBeVisible();
  await inspect(page);

  await page.goto(at("/aleris/restatements/new?kpi=water&year=2023"));
  await what.getByRole("link", { name: "The target" }).click();
  await inspect(page);
  expect(await published(), "the published record").toEqual(before);
  expect(await rows(`SELECT kind::text FROM "Restatement" ORDER BY at`)).toEqual(
    ["factor", "coverage", "definition"].map((kind) => ({ kind })),
  );
});
