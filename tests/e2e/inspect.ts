import type { Page } from "@playwright/test";
import { locales } from "../../lib/language/model";
import { colourRules, expectAccessible } from "./fixtures";
import { expect } from "./wire";

/** 320 px are 1280 px at 400 % zoom (WCAG 2.2, 1.4.10). */
export const widths = [1280, 320];

/** How much wider than the window a page is, in px. */
export const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** By axe, light and dark, wide and at 400 % zoom; nothing is wider than the window. */
export async function expectInspected(page: Page, what: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await overhang(page), `${what} is wider than ${width} px by`).toBeLessThanOrEqual(0);
    // A focused skip link lies over the page's head for that moment, as it should.
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, colourRules);
  }
}

/** The page at an address, in both languages; leaves it in Danish and wide. */
export async function expectInspectedIn(page: Page, path: string, baseURL: string): Promise<void> {
  for (const locale of [...locales].reverse()) {
    await page.context().addCookies([{ name: "locale", value: locale, url: baseURL }]);
    await page.goto(path);
    await expectInspected(page, `${path} in ${locale}`);
  }
  await page.setViewportSize({ width: widths[0]!, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}
