import { demoRows } from "./demo-facts";
import { expect, expectAccessible, test } from "./fixtures";
import { appendix, appendixBlock, openSheet, openYears, paste, signInAs, storedIn, type OpenYears } from "./open-years";

test.describe.configure({ mode: "serial" });
test.use({ permissions: ["clipboard-read", "clipboard-write"] });

let made: OpenYears;
test.beforeAll(async () => {
  made = await openYears();
});
const sheetPath = () => `/${made.slug}/entry/2023/${made.slug}?years=5`;

/** What the grid shows, by KPI: the five years from left to right. */
const shown = (page: import("@playwright/test").Page) =>
  page
    .locator("table[role=grid] tbody tr:not(.gh, .msg)")
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector("th a")!.getAttribute("href")!.split("/").at(-1)!,
          [...row.querySelectorAll("td.e")].map((cell) => cell.textContent!.trim()),
        ]),
      ),
    );

for (const newestFirst of [true, false]) {
  test(`the 43 rows of the appendix come in with one Ctrl+V and go with one Ctrl+Z, ${newestFirst ? "the newest year first" : "the oldest year first"}`, async ({
    page,
  }) => {
    await signInAs(page, made);
    await openSheet(page, sheetPath());
    const before = await shown(page);
    const empty = await storedIn(made.slug);
    await page.getByRole("gridcell", { name: /^Omsætning 2021,/ }).click();
    await paste(page, appendixBlock(newestFirst));
    const preview = page.getByRole("dialog", { name: "Det sætter du ind" });
    await expect(preview).toContainText("185 celler ændres · 30 beregnes og er sammenlignet");
    await expect(preview).not.toContainText("Ikke genkendt");
    await expect(preview).not.toContainText("afviger");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: /^\s*Gemt kl\. \d\d\.\d\d\.\d\d$/ })).toBeVisible();

    const after = await shown(page);
    expect(appendix).toHaveLength(43);
    for (const { code, figures } of appendix) expect.soft(after[code], code).toEqual(figures);
    expect((await storedIn(made.slug)).size).toBe(empty.size + 185);

    await page.keyboard.press("Control+z");
    await expect(page.getByRole("log")).toHaveText("Taget tilbage: 185 celler");
    await expect(page.getByRole("status").filter({ hasText: /^\s*Gemt kl\. \d\d\.\d\d\.\d\d$/ })).toBeVisible();
    expect(await shown(page)).toEqual(before);
    await expect.poll(() => storedIn(made.slug)).toEqual(empty);
    await page.reload();
    expect(await shown(page)).toEqual(before);
  });
}

test("without its heading the block is read in the order of the sheet; what differs from the calculated is shown, and Esc lets it be", async ({
  page,
}) => {
  await signInAs(page, made);
  await openSheet(page, sheetPath());
  const before = await shown(page);
  const rows = appendixBlock()
    .slice(1)
    .map((row) =>
      row[0]!.includes("Scope 1") && row[0]!.includes("ift. omsætning")
        ? [...row.slice(0, 3), "9,99", ...row.slice(4)]
        : row,
    );
  await page.getByRole("gridcell", { name: /^Kundetilfredshed, cNPS 2023,/ }).click();
  await paste(page, [...rows, ["Noget ganske andet", "t", "", "1", "2", "3", "4", "5"]]);
  const preview = page.getByRole("dialog", { name: "Det sætter du ind" });
  await expect(preview).toContainText("1 afviger");
  await expect(preview).toContainText("Ikke genkendt: Noget ganske andet");
  await expect(preview).toContainText("2023, 2022, 2021, 2020, 2019");
  await expect(preview.getByRole("row", { name: /9,99/ })).toContainText("beregnet: 0,01");
  await page.keyboard.press("Escape");
  await expect(preview).toHaveCount(0);
  expect(await shown(page)).toEqual(before);
  await expect(page.getByRole("gridcell", { name: /^Kundetilfredshed, cNPS 2023,/ })).toBeFocused();
});

test("a year that is published is read only and says why; the others take what is pasted", async ({ page }) => {
  await demoRows(
    `with org as (update "Organisation" set "dataVersion" = "dataVersion" + 1 where slug = $1 returning id)
     update "ReportingPeriod" set state = 'published' from org where year = 2020 and "organisationId" = org.id returning 1`,
    [made.slug],
  );
  await signInAs(page, made);
  await openSheet(page, sheetPath());
  await expect(page.getByRole("columnheader", { name: /2020/ })).toContainText("udgivet");
  const closed = page.getByRole("gridcell", { name: /^Strøm 2020,/ });
  await expect(closed).toHaveAttribute("aria-readonly", "true");
  await closed.click();
  await page.keyboard.type("5");
  await expect(page.getByRole("log")).toHaveText("2020 er udgivet. Tallene kan læses, men ikke ændres.");
  await page.getByRole("gridcell", { name: /^Strøm 2021,/ }).click();
  await paste(page, [["3265", "2834", "2800"]]);
  const preview = page.getByRole("dialog", { name: "Det sætter du ind" });
  await expect(preview).toContainText("2 celler ændres · 1 springes over");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("gridcell", { name: /^Strøm 2021,/ })).toHaveText("3.265");
  await expect(closed).toHaveText("");
  await expect(page.getByRole("gridcell", { name: /^Strøm 2019,/ })).toHaveText("2.800");
});
