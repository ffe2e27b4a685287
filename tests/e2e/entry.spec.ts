import type { Page } from "@playwright/test";
import { cell, message, sheet } from "./entry-sheet";
import { expect, expectAccessible, test } from "./fixtures";

/** Puts a text on the clipboard as a spreadsheet does, and pastes it. */
const paste = async (page: Page, text: string) => {
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press("Control+V");
};

test.describe("the controller", () => {
  test.use({ as: "controller", permissions: ["clipboard-read", "clipboard-write"] });

  test("types down a column; each cell says what became of it, and is there after a reload", async ({ page }) => {
    await sheet(page, "herning");
    await cell(page, "Arbejdsdage i alt").click();
    await page.keyboard.type("9.310");
    await expect(cell(page, "Arbejdsdage i alt", "status")).toHaveAccessibleName(/Skriver/);
    await page.keyboard.press("Enter");
    await page.keyboard.type("-");
    await page.keyboard.press("Enter");
    await page.keyboard.type("31");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Trivselsmåling");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Svarprocent 84");
    await page.keyboard.press("Enter");
    await expect(cell(page, "Arbejdsdage i alt", "status")).toHaveAccessibleName(/Gemt \d\d\.\d\d/);
    await expect(cell(page, "Arbejdsulykker", "status")).toHaveAccessibleName(/Afventer gemt/);
    await expect(page.getByRole("status").filter({ hasText: /Gemt kl\. \d\d\.\d\d/ })).toBeVisible();
    await page.reload();
    await expect(cell(page, "Arbejdsdage i alt")).toHaveText("9.310");
    await expect(cell(page, "Arbejdsulykker")).toHaveText("-");
    await expect(cell(page, "Ambassadører (9–10)")).toHaveText("31");
    await expect(cell(page, "Ambassadører (9–10)", "source")).toHaveText("Trivselsmåling");
    await expect(cell(page, "Ambassadører (9–10)", "note")).toHaveText("Svarprocent 84");
  });

  test("a refused value stays as typed, says why, and offers what was meant", async ({ page }) => {
    await sheet(page, "aarhus");
    const before = await cell(page, "Sygedage, under 30 dage").innerText();
    await cell(page, "Sygedage, under 30 dage").click();
    for (const [typed, why] of [
      ["abc", "ikke et tal"],
      ["1.2.3", "forkert sted"],
      ["10^30", "potens"],
      ["-5", "under det mindste"],
      ["5 dage", "måleenhed"],
    ] as const) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Shift+Enter");
      await expect(cell(page, "Sygedage, under 30 dage")).toHaveText(typed);
      await expect(cell(page, "Sygedage, under 30 dage")).toHaveAttribute("aria-invalid", "true");
      await expect(message(page, why)).toBeVisible();
    }
    await page.keyboard.type("1,234.5");
    await page.keyboard.press("Enter");
    await page.keyboard.press("F8");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Brug 1.234,5" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(cell(page, "Sygedage, under 30 dage")).toHaveText(before);
    await expect(page.locator(".msg")).toHaveCount(0);
  });

  test("a pasted block fills figures, statuses, sources and remarks; one bad cell costs nothing else", async ({
    page,
  }) => {
    await sheet(page, "aleris-pp");
    await cell(page, "Ansatte mænd").click();
    await paste(page, '21\tskøn\tLønsystem\t"Som i november\nogså"\r\n1.2.3\t\tLønsystem\t\r\n\r\n118\r\n');
    const preview = page.getByRole("dialog", { name: "Det sætter du ind" });
    await expect(preview).toContainText("1 afvises");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(preview).toHaveCount(0);
    await expect(cell(page, "Ansatte mænd", "status")).toHaveAccessibleName(/skøn/);
    await expect(cell(page, "Ansatte mænd", "note")).toHaveText("Som i november også");
    await expect(cell(page, "Ansatte kvinder")).toHaveText("1.2.3");
    await expect(cell(page, "Ansatte kvinder", "status")).toHaveAccessibleName(/Afvist ikke gemt/);
    await expect(cell(page, "Ansatte kvinder", "source")).toHaveText("Lønsystem");
    await expect(cell(page, "Sygedage, over 30 dage", "status")).toHaveAccessibleName(/gemt|Gemt/);
    await expect(page.getByRole("status").filter({ hasText: "Ét tal er ikke gemt" })).toBeVisible();
    await page.reload();
    await expect(cell(page, "Ansatte mænd")).toHaveText("21");
    await expect(cell(page, "Sygedage, over 30 dage")).toHaveText("118");
    // What was refused is still in the browser.
    await expect(cell(page, "Ansatte kvinder")).toHaveText("1.2.3");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect(cell(page, "Ansatte kvinder")).toHaveText("");
    await expect(cell(page, "Sygedage, under 30 dage")).toHaveText("");
  });

  test("splits are entered as 27/73, shares within 0–100, on the organisation's own sheet", async ({ page }) => {
    await sheet(page, "aleris");
    const board = page.getByRole("gridcell", { name: /^Køn, bestyrelse.* 2024/ });
    await board.click();
    await page.keyboard.type("60/50");
    await page.keyboard.press("Enter");
    await expect(message(page, "giver ikke 100")).toBeVisible();
    await board.click();
    await page.keyboard.type("50/50");
    await page.keyboard.press("Enter");
    await expect(board).toHaveText("50/50");
    const share = cell(page, "Tilbudt MUS");
    await share.click();
    await page.keyboard.type("120 %");
    await page.keyboard.press("Enter");
    await expect(message(page, "over det største, nøgletallet kan være: 100")).toBeVisible();
    await share.click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("status").filter({ hasText: /Gemt kl\. \d\d\.\d\d/ })).toBeVisible();
    await page.reload();
    await expect(board).toHaveText("50/50");
    await expect(share).toHaveText("");
  });

  test("the status can be chosen by keyboard, and F2, Esc and Delete do what they do in a spreadsheet", async ({
    page,
  }) => {
    await sheet(page, "in-lab");
    const fte = cell(page, "Fuldtidsarbejdsstyrke");
    const figure = String(60 + (Date.now() % 30));
    await fte.click();
    await page.keyboard.type(figure);
    await page.keyboard.press("Enter");
    await fte.click();
    await page.keyboard.press("F2");
    await page.keyboard.type("99");
    await page.keyboard.press("Escape");
    await expect(fte).toHaveText(figure);
    await expect(fte).toBeFocused();
    await page.keyboard.press("Alt+ArrowDown");
    const list = page.getByRole("combobox", { name: "Status for Fuldtidsarbejdsstyrke" });
    await list.selectOption("estimated");
    await expect(cell(page, "Fuldtidsarbejdsstyrke", "status")).toBeFocused();
    // An estimate is not stored before it says what it rests on.
    await expect(cell(page, "Fuldtidsarbejdsstyrke", "status")).toHaveAccessibleName(/ikke gemt/);
    await expect(message(page, "Et skøn gemmes først, når det siger, hvad det bygger på.")).toBeVisible();
    await cell(page, "Fuldtidsarbejdsstyrke", "note").click();
    await page.keyboard.type("Sidste års tal");
    await page.keyboard.press("Enter");
    await expect(cell(page, "Fuldtidsarbejdsstyrke", "status")).toHaveAccessibleName(/skøn/);
    await fte.click();
    await page.keyboard.press("Delete");
    await expect(fte).toHaveText("");
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("log")).toHaveText("Taget tilbage: én celle");
    await expect(fte).toHaveText(figure);
    await page.keyboard.press("Control+y");
    await expect(fte).toHaveText("");
    await expect(cell(page, "Fuldtidsarbejdsstyrke", "status")).toHaveAccessibleName(/Mangler/);
    await page.reload();
    await expect(fte).toHaveText("");
    await page.keyboard.press("Control+Home");
  });

  test("the grid is one tab stop", async ({ page }) => {
    await sheet(page, "esbjerg");
    expect(await page.locator("[role=grid] [tabindex='0']").count()).toBe(1);
    await cell(page, "Ansatte kvinder").click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("[role=grid] [tabindex='0']").count()).toBe(1);
    await expect(cell(page, "Sygedage, under 30 dage", "status")).toBeFocused();
    // Also where one cell reaches over the last two columns.
    await page.keyboard.press("Control+End");
    const rows = await page.locator("[role=grid] tbody tr:not(.gh, .msg)").count();
    expect(await page.locator("[role=grid] [data-place][colspan='2']").count()).toBeGreaterThan(0);
    for (let row = 0; row < rows; row += 1) {
      await expect(page.locator("[role=grid] [tabindex='0']")).toBeFocused();
      await page.keyboard.press("ArrowUp");
    }
    await page.keyboard.press("Control+Home");
    await expect(page.getByRole("rowheader", { name: "Ansatte mænd" }).getByRole("link")).toBeFocused();
  });

  test("an unusual figure is questioned, and stands", async ({ page }) => {
    await sheet(page, "ringsted");
    const electricity = cell(page, "Strøm");
    const last = page.getByRole("row").filter({ has: electricity }).locator("[data-year='2023']");
    const before = Number((await last.innerText()).replaceAll(".", "").replace(",", "."));
    await electricity.click();
    await page.keyboard.type(String(Math.round(before * 10)));
    await page.keyboard.press("Enter");
    await expect(message(page, "omkring 10 gange så meget som i 2023")).toBeVisible();
    await expect(cell(page, "Strøm", "status")).toHaveAccessibleName(/Spørgsmål gemt/);
    await page.getByRole("button", { name: /^Ret til/ }).click();
    await expect(electricity).toHaveText(await last.innerText());
    await expect(message(page, "gange")).toHaveCount(0);
  });

  test("a published year can be read and not changed, and the cell in hand says so", async ({ page }) => {
    await sheet(page, "aleris", 2023);
    await expect(page.getByText("Regnskabsåret er udgivet. Tallene kan læses, men ikke ændres.")).toBeVisible();
    const refused = async (year: number) => {
      await page.getByRole("gridcell", { name: new RegExp(`^Omsætning ${year},`) }).click();
      await page.keyboard.type("5");
      await expect(page.getByRole("textbox")).toHaveCount(0);
      await expect(page.locator(".entry-foot")).toContainText(`${year} er udgivet. Tallene kan læses`);
      await expectAccessible(page);
    };
    await refused(2023);
    await sheet(page, "aleris?years=5", 2023);
    await refused(2021);
  });
});
