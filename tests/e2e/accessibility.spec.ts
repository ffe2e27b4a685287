import type { Page } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { locales } from "../../lib/language/model";
import { colourRules, expectAccessible } from "./fixtures";
import { expectInspected, overhang, widths } from "./inspect";
import { invite } from "./newcomer";
import { addressOf, settled, sights } from "./pages";
import { expect, test } from "./wire";

/** Presses Tab so often and answers every stop that shows no sign of the focus: no outline, no shadow, nothing that differs from before. */
async function blindStops(page: Page, stops: number): Promise<string[]> {
  const blind: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isMarked = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
      return isMarked && box.width > 0 && box.height > 0 ? null : element.outerHTML.slice(0, 120);
    });
    if (found) blind.push(found);
  }
  return blind;
}

for (const sight of sights) {
  test.describe(sight.path, () => {
    test.use({ as: sight.as, tolerated: sight.pattern === "/_not-found" ? [/status of 404/] : [] });
    test("can be read and used by everybody", async ({ page, context, baseURL, requestAs }) => {
      test.slow();
      const path = await addressOf(sight, async () =>
        invite(await requestAs("admin"), { email: `${randomUUID()}@tests.example` }),
      );
      for (const locale of locales) {
        await context.addCookies([{ name: "locale", value: locale, url: baseURL! }]);
        await page.setViewportSize({ width: widths[0]!, height: 900 });
        await page.goto(path);
        await settled(page);
        if (sight.accessibleBy === "accessibility.spec.ts") await expectInspected(page, `${path} in ${locale}`);
      }
      // At the end: a reload after so many tabs may begin with the focus where they left it.
      await expectKeyboard(page);
    });
  });
}

/** The page begins with a link past the menus, which works, and shows where the focus is. */
async function expectKeyboard(page: Page): Promise<void> {
  await page.setViewportSize({ width: widths[0]!, height: 900 });
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  expect(await blindStops(page, 24), "stops that do not show the focus").toEqual([]);
  await skip.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
}

test("twin: what is too wide, and a stop without a sign, are noticed", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.setContent(`<style>:focus { outline: none }</style><button>one</button><p style="width: 400px">wide</p>`);
  expect(await overhang(page)).toBeGreaterThan(50);
  expect(await blindStops(page, 1)).toEqual(["<button>one</button>"]);
  await page.setContent(`<main><p style="color: #aaa; background: #fff">pale</p></main>`);
  await expect(expectAccessible(page, colourRules)).rejects.toThrow(/color-contrast/);
});
