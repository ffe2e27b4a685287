import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

test.use({ as: "manager" });

/** The cells of a KPI's row, as read aloud and seen, white space made single. */
async function rowOf(page: Page, name: string): Promise<string[]> {
  const row = page.locator(".k-table tbody tr:not(.gh)").filter({ has: page.getByRole("link", { name, exact: true }) });
  const cells = await row.locator("th, td").allTextContents();
  return cells.map((cell) => cell.replace(/\s+/g, " ").trim());
}

const inEnglish = (page: Page, baseURL: string | undefined) =>
  page.context().addCookies([{ name: "locale", value: "en", url: baseURL! }]);

test("an organisation opens with the latest published year", async ({ page }) => {
  await page.goto("/aleris");
  await expect(page).toHaveURL(/\/aleris\/dashboard\/2023$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "15 af 27 mål er nået, men 17 nøgletal går den forkerte vej",
  );
});

test("the answers are the numbers of the printed report", async ({ page }) => {
  await page.goto("/aleris/dashboard/2023");
  const answers = page.locator(".answers");
  for (const said of [
    "15 allerede nået",
    "12 bagud",
    "4 basisår",
    "3 ingen data",
    "9 intet mål",
    "12 bedre",
    "17 dårligere",
    "7 uændret",
    "6 kan ikke sammenlignes",
    "1 neutral",
  ]) {
    await expect(answers.getByRole("link", { name: said, exact: true })).toBeVisible();
  }
  await expect(answers).toContainText("tal er ikke opgjort");
  await expect(page.locator(".devs li").nth(5)).toContainText(/Oplevet krænkende adfærd.*fra nul/);
});

test("the list has every KPI with value, change, target, state and reservations", async ({ page }) => {
  await page.goto("/aleris/dashboard/2023");
  await expect(page.locator(".k-table tbody tr:not(.gh)")).toHaveCount(43);
  expect(await rowOf(page, "Uddannelsesbidrag")).toEqual([
    "Uddannelsesbidrag",
    "2,9% af FTE",
    "0,6 pp.dårligere",
    "",
    "> 4,0",
    "Bagud 2,9 ≤ 4,0",
    "",
  ]);
  expect((await rowOf(page, "Scope 2, markedsbaseret")).slice(1, 3)).toEqual([
    "1.707e (Skøn: Varmen er forbruget i 2022.)t",
    "11 %dårligere",
  ]);
  expect((await rowOf(page, "Scope 2, lokation, ift. omsætning")).slice(4, 6)).toEqual([
    "−5 %",
    "Basisår ≤ 0,60 i 2024",
  ]);
  expect((await rowOf(page, "Kundetilfredshed, cNPS"))[2]).toBe("ny serie i 2023");
  expect((await rowOf(page, "Vand"))[1]).toMatch(/^- \(Afventer/);
  expect((await rowOf(page, "Affald i alt"))[6]).toMatch(/^4 af 8 enheder\d+$/);
});

test("notes are numbered in the order of their first mark", async ({ page }) => {
  await page.goto("/aleris/dashboard/2023");
  const marks = (await page.locator(".k-table .mark").allTextContents()).flatMap((text) => text.split(" ").map(Number));
  const firsts = marks.filter((mark, index) => marks.indexOf(mark) === index);
  expect(firsts).toEqual(firsts.map((_, index) => index + 1));
  await expect(page.locator(".list .notes [id^=note-]")).toHaveCount(firsts.length);
});

test("a count leads to its list, and the list back to all", async ({ page }) => {
  await page.goto("/aleris/dashboard/2023");
  await page.getByRole("link", { name: "12 bagud" }).click();
  await expect(page).toHaveURL(/vis=behind#list$/);
  await expect(page.locator(".k-table tbody tr:not(.gh)")).toHaveCount(12);
  await expect(page.locator(".k-table .state.s-behind")).toHaveCount(12);
  await page.getByRole("link", { name: "Alle 43" }).click();
  await expect(page.locator(".k-table tbody tr:not(.gh)")).toHaveCount(43);
  await page.goto("/aleris/dashboard/2023?vis=onTrack");
  await expect(page.getByText("Ingen nøgletal i 2023 hører til udvalget.")).toBeVisible();
});

test("a year under collection shows how far it has come, coverage and examples", async ({ page }) => {
  await page.goto("/aleris/dashboard/2024");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ af 43 nøgletal har et tal for 2024$/);
  expect((await rowOf(page, "Strøm"))[6]).toMatch(/^eksempel\d af 8 enheder/);
});

test("speaks English when asked to", async ({ page, baseURL }) => {
  await inEnglish(page, baseURL);
  await page.goto("/aleris/dashboard/2023");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "15 of 27 targets are met, but 17 KPIs are going the wrong way",
  );
  expect((await rowOf(page, "Scope 2, market-based"))[1]).toMatch(/^1,707e/);
  await expect(page.locator("body")).not.toContainText(/NaN|undefined|Infinity|null|dashboard\.|figure\./);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("it is complete", async ({ page }) => {
    await page.goto("/aleris/dashboard/2023");
    await expect(page.locator(".k-table tbody tr:not(.gh)")).toHaveCount(43);
  });
});

test("years that are not there do not exist, nor another organisation's", async ({ page }) => {
  for (const path of [
    "/aleris/dashboard/1999",
    "/aleris/dashboard/20x3",
    "/region-midtjylland/dashboard/2023",
    "/region-midtjylland",
    "/nowhere",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

for (const locale of ["da", "en"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      test(`is accessible: ${locale}, ${colorScheme}, ${width}`, async ({ page, baseURL }) => {
        await page.context().addCookies([{ name: "locale", value: locale, url: baseURL! }]);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.goto("/aleris/dashboard/2023");
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
}
