import type { Page } from "@playwright/test";
import { branchOf, openFirstBlock } from "./composer";
import { demoRows } from "./demo-facts";
import { endSessions, signInInPlace } from "./ended-session";
import { expect, expectAccessible, test } from "./fixtures";
import { openYears, signInAs, type OpenYears } from "./open-years";

test.describe.configure({ mode: "serial" });
// Who holds a block says so now and then, and is told when nobody is signed in.
test.use({ tolerated: [/ 401 .*\/hold\)$/] });

let made: OpenYears;
test.beforeAll(async () => {
  made = await openYears();
});
const report = () => `/${made.slug}/reports/2023`;
const form = (page: Page) => page.locator("#strategy form.text-form");
const words = (page: Page, language: "dansk" | "engelsk") =>
  form(page).getByRole("textbox", { name: `Tekst, ${language}` });
const status = (page: Page) => form(page).getByRole("status").last();
const stored = async () => {
  const [row] = await demoRows<{ said: string }>(
    `select b."bodyDa" as said from "Block" b join "Section" s on s.id = b."sectionId" join "Report" r on r.id = s."reportId"
     join "Organisation" o on o.id = r."organisationId" where o.slug = $1 and s.code = 'strategy' and b.position = 0`,
    [made.slug],
  );
  return row!.said;
};

async function openText(page: Page): Promise<void> {
  await openFirstBlock(page, `${report()}/edit`, "strategy");
  await expect(form(page).getByRole("toolbar")).toHaveCount(2);
}

test("a translation whose original changed is confirmed as it stands", async ({ page }) => {
  await signInAs(page, made);
  await page.goto(report());
  await page.getByRole("button", { name: "Begynd rapporten for 2023" }).click();
  await expect(page).toHaveURL(new RegExp(`${report()}/edit$`));
  await openText(page);
  await words(page, "dansk").fill("Vi har tre ledestjerner.");
  await words(page, "engelsk").fill("We have three guiding stars.");
  await form(page).getByRole("button", { name: "Gem" }).click();
  await expect(status(page)).toContainText("Gemt kl.");
  const entry = branchOf(page, "strategy").locator("ol a").first();
  await expect(entry).not.toContainText("engelsk er ældre");

  await words(page, "dansk").fill("Vi har tre ledestjerner!");
  await form(page).getByRole("button", { name: "Gem" }).click();
  const question = page.getByText("Den engelske tekst er oversat fra andre danske ord");
  await expect(question).toBeVisible();
  await expect(entry).toContainText("engelsk er ældre");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Oversættelsen holder stadig" }).click();
  await expect(question).toHaveCount(0);
  await expect(entry).not.toContainText("engelsk er ældre");
  await expect(words(page, "engelsk")).toHaveText("We have three guiding stars.");
  await page.getByRole("link", { name: "Historik" }).click();
  await expect(page.getByText("Oversættelsen holder stadig").first()).toBeVisible();
});

test("an ended session asks for the password in place; what was typed is kept, and saved", async ({ page }) => {
  await signInAs(page, made);
  await openText(page);
  const before = await stored();
  await endSessions(made);
  await words(page, "dansk").fill("Skrevet, da sessionen var forbi.");
  await expect(status(page)).toHaveText("Du er logget ud. Det, du har skrevet, ligger her i browseren.");
  expect(await stored()).toBe(before);
  await form(page).getByRole("button", { name: "Log ind igen" }).click();
  await signInInPlace(page, made);
  await expect(status(page)).toContainText("Gemt kl.");
  await expect(words(page, "dansk")).toHaveText("Skrevet, da sessionen var forbi.");
  expect(await stored()).toBe("Skrevet, da sessionen var forbi.");
});
