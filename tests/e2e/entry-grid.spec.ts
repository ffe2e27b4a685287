import type { Locator, Page } from "@playwright/test";
import { demoRows } from "./demo-facts";
import { expect, expectAccessible, test } from "./fixtures";
import { openSheet, openYears, signInAs, type OpenYears } from "./open-years";

test.describe.configure({ mode: "serial" });
test.use({ permissions: ["clipboard-read", "clipboard-write"] });

let made: OpenYears;
test.beforeAll(async () => {
  made = await openYears();
});
test.beforeEach(async ({ page }) => {
  await signInAs(page, made);
  await openSheet(page, `/${made.slug}/entry/2023/${made.slug}?years=5`);
});

const cell = (page: Page, kpi: string, year: number) =>
  page.getByRole("gridcell", { name: new RegExp(`^${kpi} ${year},`) });
const saved = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: /^\s*Gemt kl\. \d\d\.\d\d\.\d\d$/ })).toBeVisible();
const clipboard = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type: string) => (await item!.getType(type)).text();
    return { text: await of("text/plain"), html: await of("text/html") };
  });
/** Types figures down and across from a cell. */
const fill = async (page: Page, from: Locator, rows: string[][]) => {
  await from.click();
  for (const [index, row] of rows.entries()) {
    for (const text of row) {
      await page.keyboard.type(text);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
    }
    for (const _ of row) await page.keyboard.press("ArrowLeft");
    if (index < rows.length - 1) await page.keyboard.press("ArrowDown");
  }
};

test("a selection grows with Shift and with the mouse, is said aloud, and is copied as text and as a table", async ({
  page,
}) => {
  await fill(page, cell(page, "Strøm", 2023), [["3.574", "3.289"]]);
  await cell(page, "Strøm", 2023).click();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("log")).toHaveText("1 × 2 celler markeret");
  await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(2);
  await page.keyboard.press("Control+C");
  const { text, html } = await clipboard(page);
  expect(text).toBe("3.574\t3.289");
  expect(html).toContain("<td>3.574</td><td>3.289</td>");
  await page.keyboard.press("Escape");
  await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(0);

  await cell(page, "Strøm", 2022).hover();
  await page.mouse.down();
  await cell(page, "Varme", 2020).hover();
  await page.mouse.up();
  // Strøm, what is worked out from it, and Varme: three rows, three years.
  await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(9);
  await cell(page, "Vand", 2020).click({ modifiers: ["Shift"] });
  await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(15);
  expect(await page.locator("[role=grid] [tabindex='0']").count()).toBe(1);
  await expectAccessible(page);
  await page.keyboard.press("Control+A");
  expect(await page.locator("[role=gridcell][aria-selected=true]").count()).toBeGreaterThan(200);
  await saved(page);
});

test("copy, cut, fill down, Delete, and taking all of it back and doing it again", async ({ page }) => {
  await fill(page, cell(page, "Arbejdsmiljø", 2023), [["83", "79"]]);
  const two = (kpi: string) => Promise.all([2023, 2022].map((year) => cell(page, kpi, year).innerText()));
  await cell(page, "Arbejdsmiljø", 2023).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+D");
  expect(await two("Ledelse")).toEqual(["83", "79"]);
  await page.keyboard.press("Control+X");
  expect([await two("Arbejdsmiljø"), await two("Ledelse")]).toEqual([
    ["", ""],
    ["", ""],
  ]);
  await cell(page, "Teameffektivitet", 2022).click();
  await page.keyboard.press("Control+V");
  const preview = page.getByRole("dialog", { name: "Det sætter du ind" });
  await expect(preview).toContainText("4 celler ændres");
  await page.keyboard.press("Enter");
  await expect(cell(page, "Teameffektivitet", 2022)).toHaveText("83");
  await expect(cell(page, "Teameffektivitet", 2021)).toHaveText("79");
  for (const _ of ["paste", "cut", "fill"]) await page.keyboard.press("Control+z");
  expect([await two("Arbejdsmiljø"), await two("Ledelse")]).toEqual([
    ["83", "79"],
    ["", ""],
  ]);
  await expect(cell(page, "Teameffektivitet", 2022)).toHaveText("");
  await page.keyboard.press("Control+y");
  expect(await two("Ledelse")).toEqual(["83", "79"]);
  await page.keyboard.press("Control+Shift+Z");
  expect(await two("Ledelse")).toEqual(["", ""]);
  await saved(page);
  await page.reload();
  expect([await two("Arbejdsmiljø"), await two("Ledelse")]).toEqual([
    ["", ""],
    ["", ""],
  ]);
  // Fill and cut were done again; the paste stays taken back.
  await expect(cell(page, "Teameffektivitet", 2022)).toHaveText("");
});

for (const [width, height] of [
  [1280, 520],
  [1000, 520],
  [880, 900],
  [860, 520],
  [830, 400],
] as const)
  test(`head and first column stay in sight at the other end of the sheet ${width} × ${height} px large, and nothing lies over the cell in hand`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const grid = page.locator("table[role=grid]");
    const inHand = page.locator("table[role=grid] :focus");
    const expectOnTop = async (seen: Locator) => {
      await expect(seen).toBeInViewport({ ratio: 0.5 });
      const isOnTop = await seen.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
      expect(isOnTop, await seen.innerText()).toBe(true);
    };
    await cell(page, "Strøm", 2023).click();
    await page.keyboard.press("Control+End");
    const row = grid.getByRole("row").filter({ has: page.locator(":focus") });
    for (const seen of [inHand, row.getByRole("rowheader"), grid.getByRole("columnheader").first()])
      await expectOnTop(seen);
    // The name of a pillar stays above the names of its rows.
    const left = (seen: Locator) => seen.evaluate((element) => Math.round(element.getBoundingClientRect().left));
    expect(await left(grid.locator(".gh span").last())).toBe(await left(row.getByRole("rowheader")));
    // So does what is said under a cell of the year that is farthest away.
    await cell(page, "Strøm", 2019).click();
    await page.keyboard.type("omkring");
    await page.keyboard.press("Enter");
    await cell(page, "Strøm", 2019).click();
    const said = grid.locator(".m-in");
    await expect(said).toBeVisible();
    expect(await left(said)).toBe(await left(row.getByRole("rowheader")));
    const isWithin = await said.evaluate(
      (element) => element.clientWidth <= element.closest(".entry-scroll")!.clientWidth,
    );
    expect(isWithin).toBe(true);
    await page.keyboard.press("Escape");
    await expect(said).toHaveCount(0);
    await page.keyboard.press("Control+End");
    // Back to the first of the five years, and up again: what scrolled away comes back from under names and head.
    for (const _ of [1, 2, 3, 4]) {
      await page.keyboard.press("ArrowLeft");
      await expectOnTop(inHand);
    }
    for (const key of ["PageUp", "Control+Home"]) {
      await page.keyboard.press(key);
      await expectOnTop(inHand);
      await expectOnTop(grid.getByRole("columnheader").first());
    }
  });

test("what is missing, flagged or of a pillar can be shown alone, and stays so in the address", async ({ page }) => {
  const rows = page.locator("table[role=grid] tbody tr:not(.gh, .msg)");
  const all = await rows.count();
  await page.getByRole("combobox", { name: "Ledestjerne" }).selectOption({ label: "Ansvarlig producent" });
  await expect(page).toHaveURL(/pillar=producer/);
  expect(await rows.count()).toBeLessThan(all);
  await page.getByRole("button", { name: /^Til dig/ }).click();
  await expect(page.getByText("Ingen nøgletal passer")).toBeVisible();
  await page.getByRole("button", { name: /^Alle/ }).click();
  await cell(page, "Risikoaffald", 2022).click();
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Til dig (1)" }).click();
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(page).toHaveURL(/years=5.*show=flagged/);
  // The draft is the browser's own: the server filtered without it, and the list is one click away.
  await page.getByRole("button", { name: /^Alle/ }).click();
  await expect(cell(page, "Risikoaffald", 2022)).toHaveText("abc");
  await cell(page, "Risikoaffald", 2022).click();
  await page.keyboard.press("Escape");
  await expect(cell(page, "Risikoaffald", 2022)).toHaveText("");
});

test("a question is answered with a reason, which the next person sees on the sheet and the overview", async ({
  page,
}) => {
  await fill(page, cell(page, "Scope 1, firmabiler og gasser", 2023), [["14", "140"]]);
  await cell(page, "Scope 1, firmabiler og gasser", 2023).click();
  const question = page.locator(".msg", { hasText: "omkring en tiendedel" });
  await question.getByRole("button", { name: "14 er rigtigt. Skriv hvorfor" }).click();
  await page.keyboard.type("Firmabilerne er solgt");
  await page.keyboard.press("Enter");
  await expect(question).toHaveCount(0);
  await saved(page);
  await page.reload();
  await cell(page, "Scope 1, firmabiler og gasser", 2023).click();
  await expect(page.locator(".msg")).toHaveCount(0);
  await page.keyboard.press("Alt+Enter");
  await expect(page.getByRole("complementary")).toContainText("Bekræftet af Ny Controller: Firmabilerne er solgt");
  await page.keyboard.press("Escape");
  await expect(cell(page, "Scope 1, firmabiler og gasser", 2023)).toBeFocused();
  await page.goto(`/${made.slug}/entry/2023`);
  await expect(page.locator("#questions")).toContainText("Bekræftet af Ny Controller: Firmabilerne er solgt");
  await expectAccessible(page);
});

test("the KPIs somebody answers for can be shown alone, and stay so in the address", async ({ page }) => {
  const here = `(select id from "Organisation" where slug = '${made.slug}')`;
  const [owner] = await demoRows<{ name: string }>(
    `update "Kpi" set "ownerId" = (select m."userId" from "Membership" m where m."organisationId" = ${here} limit 1)
     where "organisationId" = ${here} and code = 'waste' returning (select name from "User" where id = "ownerId") as name`,
  );
  await demoRows(`update "Organisation" set "dataVersion" = "dataVersion" + 1 where slug = '${made.slug}'`);
  const grid = page.locator("table[role=grid]");
  await page.reload();
  await expect(grid).toHaveAttribute("data-ready", "true");
  const rows = page.locator("table[role=grid] tbody tr:not(.gh, .msg)");
  const all = await rows.count();
  await page.getByRole("combobox", { name: "Ansvarlig" }).selectOption({ label: owner!.name });
  await expect(page).toHaveURL(/owner=/);
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole("rowheader")).toContainText("Affald");
  await page.reload();
  await expect(grid).toHaveAttribute("data-ready", "true");
  await expect(rows).toHaveCount(1);
  await page.getByRole("combobox", { name: "Ansvarlig" }).selectOption("");
  await expect(rows).toHaveCount(all);
});
