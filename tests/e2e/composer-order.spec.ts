import type { Page } from "@playwright/test";
import { branchOf, treeOf } from "./composer";
import { expect, expectAccessible, test } from "./fixtures";

const edit = "/region-midtjylland/reports/2024/edit";

test.describe("the order of a report", () => {
  test.use({ as: "regionController" });

  test("is changed by dragging, one save a drag, undone in place, and brought back from its history", async ({
    page,
  }) => {
    test.slow();
    // All of the tree in view: what is dragged would not be what was pressed if it scrolled meanwhile.
    await page.setViewportSize({ width: 1440, height: 2400 });
    const title = `Vores skove ${Date.now()}`;
    await addChapter(page, title, ["Citat", "Risici", "Fremhævet"]);
    const branch = treeOf(page).locator("li", { has: page.getByRole("link", { name: title, exact: true }) });
    const blocks = branch.locator("ol a");
    await expect(blocks).toHaveText(["Citat", "Risici", "Fremhævet"]);

    // A line shows where it would land, and nothing is saved before it does.
    let saves = 0;
    page.on("request", (request) => (saves += request.headers()["next-action"] ? 1 : 0));
    await blocks.last().hover();
    const there = (await blocks.first().boundingBox())!;
    await page.mouse.down();
    await page.mouse.move(there.x + 30, there.y + 20);
    await page.mouse.move(there.x + 30, there.y + 4);
    await expect(branch.locator("ol > li").first()).toHaveAttribute("data-drop", "above");
    expect(saves).toBe(0);
    await page.mouse.up();
    await expect(blocks).toHaveText(["Fremhævet", "Citat", "Risici"]);
    await expect(page.locator("[data-drop], [data-dragged]")).toHaveCount(0);
    expect(saves).toBe(1);

    const latest = page.locator(".composer-latest");
    await expect(latest.getByRole("status")).toHaveText("Flyttet: Fremhævet, nu nr. 1 af 3");
    await expectAccessible(page);
    await latest.getByRole("button", { name: "Fortryd" }).click();
    await expect(blocks).toHaveText(["Citat", "Risici", "Fremhævet"]);
    await expect(latest.getByRole("status")).toHaveText("Rækkefølgen fra før gendannet");

    // Dropped where it stands it stays, and nothing is saved.
    saves = 0;
    await blocks.first().dragTo(blocks.first(), { targetPosition: { x: 30, y: 20 } });
    expect(saves).toBe(0);

    // Onto the name of another chapter: first in it. A cover takes no quotation.
    const strategy = treeOf(page)
      .locator("> div > ol > li:not([data-kind=cover])")
      .filter({ has: page.locator("ol") })
      .first();
    await blocks.first().dragTo(strategy.locator("> a").first());
    await expect(blocks).toHaveText(["Risici", "Fremhævet"]);
    await expect(strategy.locator("ol a").first()).toHaveText(/^Citat/);
    await expect(latest.getByRole("status")).toHaveText(/^Flyttet: Citat, til afsnittet .+, nu nr. 1 af \d+$/);
    await latest.getByRole("button", { name: "Fortryd" }).click();
    await expect(blocks).toHaveText(["Citat", "Risici", "Fremhævet"]);
    await blocks.first().dragTo(treeOf(page).locator("li[data-kind=cover] > a").first());
    await expect(blocks).toHaveText(["Citat", "Risici", "Fremhævet"]);

    // A whole chapter too: then it is the first of its kind itself.
    const ahead = await strategy.locator("> a").first().textContent();
    await branch
      .locator("> a")
      .first()
      .dragTo(strategy.locator("> a").first(), { targetPosition: { x: 30, y: 3 } });
    const names = treeOf(page).locator(".composer-section");
    const at = async () => (await names.allTextContents()).indexOf(title);
    await expect.poll(async () => (await names.allTextContents())[(await at()) + 1]).toBe(ahead);

    await blocks.last().click();
    await page.getByRole("button", { name: "Fjern" }).click();
    await expect(blocks).toHaveText(["Citat", "Risici"]);
    await latest.getByRole("button", { name: "Fortryd" }).click();
    await expect(blocks).toHaveText(["Citat", "Risici", "Fremhævet"]);

    // All the way back to before the chapter was moved.
    await latest.getByRole("link", { name: "Ændringer af rækkefølgen" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Ændringer af rækkefølgen" })).toBeVisible();
    const moved = page.locator(".composer-history > li").filter({ hasText: `Flyttet: afsnittet ${title}` });
    await expect(moved).toHaveCount(1);
    await expectAccessible(page);
    await moved.getByRole("button", { name: "Gendan rækkefølgen fra før" }).click();
    await expect.poll(async () => (await names.allTextContents())[(await at()) + 1]).not.toBe(ahead);
    await expect(page.locator(".composer-history > li").first()).toContainText("Rækkefølgen fra før gendannet");
    // As it is so already, there is no way back to it.
    await expect(moved.getByRole("button")).toHaveCount(0);

    await branch.locator("> a").first().click();
    await page.getByRole("button", { name: "Fjern" }).click();
    await expect(branch).toHaveCount(0);
  });
});

test.describe("a block somebody else writes in", () => {
  test.use({ as: "controller" });

  test("cannot be dragged or moved from under who writes in it", async ({ page, pageAs }) => {
    const there = "/aleris/reports/2023/edit";
    await page.goto(`${there}?section=ethics`);
    await branchOf(page, "ethics").locator("ol a").nth(1).click();
    await page.locator("#ethics form.text-form").getByRole("toolbar").first().waitFor();
    const held = page.waitForResponse((answer) => answer.url().endsWith("/hold"));
    await page.locator("form.text-form").getByLabel("Overskrift, dansk").focus();
    await held;
    const other = await pageAs("admin");
    await other.goto(page.url());
    await expect(other.getByText(/skriver i denne blok/)).toBeVisible();
    for (const act of ["Op", "Skjul", "Fjern"])
      await expect(other.getByRole("button", { name: act, exact: true })).toHaveAttribute("aria-disabled", "true");
    let saves = 0;
    other.on("request", (request) => (saves += request.headers()["next-action"] ? 1 : 0));
    const blocks = branchOf(other, "ethics").locator("ol a");
    const before = await blocks.allTextContents();
    await blocks.nth(1).dragTo(blocks.first(), { targetPosition: { x: 30, y: 3 } });
    expect(saves).toBe(0);
    expect(await blocks.allTextContents()).toEqual(before);
  });
});

/** Adds a chapter with blocks of these kinds through the tree. */
async function addChapter(page: Page, title: string, kinds: string[]): Promise<void> {
  await page.goto(`${edit}?view=add`);
  await page.getByLabel("Titel, dansk").fill(title);
  await page.getByLabel("Titel, engelsk").fill("Our forests");
  await page.getByRole("button", { name: "Nyt afsnit" }).click();
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  for (const kind of kinds) {
    await treeOf(page)
      .getByRole("link", { name: `Tilføj blok ${title}` })
      .click();
    await page.getByRole("form", { name: "Ny blok" }).getByRole("button", { name: kind }).click();
    await expect(page.getByRole("heading", { level: 2, name: kind })).toBeVisible();
  }
}
