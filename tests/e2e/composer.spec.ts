import { branchOf, openFirstBlock, treeOf } from "./composer";
import { expect, expectAccessible, test } from "./fixtures";

test.use({ as: "controller" });

const edit = "/aleris/reports/2024/edit";

test("a chapter is added, filled, moved by the keyboard, hidden, copied, removed and brought back", async ({
  page,
}) => {
  test.slow();
  const title = `Vores læger ${Date.now()}`;
  const read = async () => (await page.request.get("/aleris/reports/2024")).text();
  await page.goto(edit);
  await treeOf(page).getByRole("link", { name: "Tilføj afsnit" }).click();
  await page.getByLabel("Titel, dansk").fill(title);
  await page.getByLabel("Titel, engelsk").fill("Our doctors");
  await page.getByRole("button", { name: "Nyt afsnit" }).click();
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();

  // Its title has a history with the way back.
  await page.getByLabel("Titel, dansk").fill(`${title} igen`);
  await page.getByRole("button", { name: "Gem titlen" }).click();
  await expect(page.getByRole("heading", { level: 2, name: `${title} igen` })).toBeVisible();
  await page.getByRole("link", { name: "Titlens historik" }).click();
  await expect(page.locator(".composer-difference ins")).toHaveText(["igen"]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gendan titlen fra før" }).click();
  await expect(page.getByRole("heading", { level: 2, name: title, exact: true })).toBeVisible();

  for (const kind of ["Citat", "Risici"]) {
    await treeOf(page)
      .getByRole("link", { name: `Tilføj blok ${title}` })
      .click();
    await expectAccessible(page);
    await page.getByRole("form", { name: "Ny blok" }).getByRole("button", { name: kind }).click();
    await expect(page.getByRole("heading", { level: 2, name: kind })).toBeVisible();
  }
  const branch = treeOf(page).locator("li", { has: page.getByRole("link", { name: title, exact: true }) });
  const blocks = branch.locator("ol a");
  await expect(blocks).toHaveText(["Citat", "Risici"]);

  const up = page.getByRole("button", { name: "Op", exact: true });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(blocks).toHaveText(["Risici", "Citat"]);
  await expect(up).toBeFocused();

  const form = page.locator("form.text-form");
  await form.getByLabel("Overskrift, dansk").fill("Hvad vi frygter");
  await form.getByRole("textbox", { name: "Tekst, dansk" }).fill("Mangel på læger");
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form.getByRole("status")).toContainText("Gemt kl.");
  await expect(blocks.first()).toContainText("Hvad vi frygter");
  await expect(blocks.first()).toContainText("mangler engelsk");
  expect(await read()).toContain("Mangel på læger");

  await page.getByRole("button", { name: "Skjul" }).click();
  await expect(blocks.first()).toContainText("skjult");
  expect(await read()).not.toContain("Mangel på læger");
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await expect(blocks.first()).not.toContainText("skjult");

  await page.getByRole("button", { name: "Kopiér" }).click();
  await expect(blocks).toHaveCount(3);
  await page.getByRole("button", { name: "Fjern" }).click();
  await expect(blocks).toHaveCount(2);
  await treeOf(page).getByRole("link", { name: "Fjernede dele" }).click();
  await page
    .getByRole("form", { name: "Gendan: Risici: Hvad vi frygter" })
    .first()
    .getByRole("button", { name: "Gendan" })
    .click();
  await expect(blocks).toHaveCount(3);

  await branch.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("button", { name: "Fjern" }).click();
  await expect(branch).toHaveCount(0);
  expect(await read()).not.toContain(title);
});

test("a block is held by who edits it, and free when it is left", async ({ page, pageAs }) => {
  const other = await pageAs("admin");
  const there = "/aleris/reports/2024/edit";
  await openFirstBlock(page, there, "employer");
  await page.getByRole("toolbar").first().waitFor();
  const held = page.waitForResponse((answer) => answer.url().endsWith("/hold"));
  await page.locator("form.text-form").getByLabel("Overskrift, dansk").focus();
  await held;
  await other.goto(page.url());
  await expect(other.getByText(/skriver i denne blok/)).toBeVisible();
  await expect(other.locator("form.text-form")).toHaveCount(0);
  await expect(other.locator(".composer-words p").first()).toHaveText(/\S/);
  await expect(branchOf(other, "employer").locator("ol a").first()).toContainText("skriver");
  await expectAccessible(other);
  await page.goto(there);
  await expect(other.getByText("Blokken er fri nu.")).toBeVisible({ timeout: 20_000 });
  await other.getByRole("link", { name: "Overtag den" }).click();
  await expect(other.locator("form.text-form")).toBeVisible();
});

test("the report is seen beside what is written, as a page and on A4, and follows each save", async ({ page }) => {
  await openFirstBlock(page, edit, "producer");
  const frame = page.frameLocator("iframe");
  // The frame shows its chapter, and the page stays where who writes left it.
  await expect.poll(() => frame.locator("html").evaluate(() => window.scrollY)).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect(frame.locator("#producer h2").first()).toBeVisible();
  await page.getByRole("button", { name: "A4" }).click();
  await expect(frame.locator("main.on-paper .cover")).toBeVisible();
  const shape = await frame.locator(".cover").evaluate((cover) => {
    const { width, height } = cover.getBoundingClientRect();
    return height / width;
  });
  expect(shape).toBeCloseTo(297 / 210, 1);
  const top = () => frame.locator("#producer").evaluate((one) => Math.round(one.getBoundingClientRect().top));
  await frame.locator("html").evaluate(() => window.scrollBy(0, 120));
  const seen = await top();
  const said = `Ordentlighed ${Date.now()}`;
  const form = page.locator("form.text-form");
  await form.getByRole("textbox", { name: "Tekst, dansk" }).fill(said);
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(frame.locator("#producer")).toContainText(said);
  // Shown anew, it is still looked at where it was.
  await expect.poll(top).toBe(seen);
});

test("on a phone the tree opens over the page, and nothing is wider than it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/aleris/reports/2023/edit?section=society");
  await expect(treeOf(page)).toBeHidden();
  await page.getByRole("button", { name: "Rapportens dele" }).click();
  await expect(treeOf(page)).toBeVisible();
  await branchOf(page, "society").locator("ol a").first().click();
  await expect(page.locator("form.text-form")).toBeVisible();
  await expect(treeOf(page)).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a block, section or year the report does not have does not exist", async ({ page }) => {
  for (const rest of ["?block=00000000-0000-4000-8000-000000000000", "?section=nowhere", "?section=nowhere&view=add"])
    expect((await page.request.get(edit + rest)).status(), rest).toBe(404);
  expect((await page.request.get("/aleris/reports/1999/preview")).status()).toBe(404);
});
