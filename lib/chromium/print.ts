import type { Page } from "playwright-core";
import { withBrowser } from "@/lib/chromium/browser";
import { pageNumbersOf } from "@/lib/chromium/page-number/model";
import { localeCookie, type Locale } from "@/lib/language/model";

/** A4 less its margins, in CSS pixels: charts measure their width before the paper does. */
const CONTENT_WIDTH = 642;
const LIMIT_MS = 20_000;
const paper = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

/** Prints a page of our own as PDF: A4, tagged, with language, title, bookmarks and page numbers in its contents. */
export async function printPage(path: string, locale: Locale): Promise<Buffer<ArrayBuffer>> {
  return withBrowser(async (browser) => {
    const origin = ownOrigin();
    const context = await browser.newContext({
      viewport: { width: CONTENT_WIDTH, height: 960 },
      locale: locale === "da" ? "da-DK" : "en-GB",
      colorScheme: "light",
      reducedMotion: "reduce",
      serviceWorkers: "block",
      // The policy of an installation behind https would have this page fetch its files by https, which nobody serves here.
      bypassCSP: true,
    });
    try {
      context.setDefaultTimeout(LIMIT_MS);
      await context.addCookies([{ name: localeCookie, value: locale, url: origin }]);
      const page = await context.newPage();
      await page.emulateMedia({ media: "print" });
      const answer = await page.goto(origin + path, { waitUntil: "domcontentloaded" });
      if (!answer?.ok()) throw new Error(`The page to print answered ${answer?.status() ?? "nothing"}.`);
      await whenDrawn(page);
      // Chromium has no target-counter: the first print tells the pages, the second carries their numbers.
      await writePageNumbers(page, pageNumbersOf(await page.pdf(paper)));
      return Buffer.from(await page.pdf(paper));
    } finally {
      await context.close();
    }
  });
}

/** Typefaces are there and every chart is drawn, or has said that it cannot be. */
async function whenDrawn(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(() => {
    // Charts wait for the page to be at rest; this is what tells them that paper cannot.
    window.dispatchEvent(new Event("beforeprint"));
    const charts = [...document.querySelectorAll("[data-chart]")];
    return charts.every((chart) => chart.querySelector("svg .marks") || chart.querySelector(".chart-area > p"));
  });
}

async function writePageNumbers(page: Page, pages: Record<string, number>): Promise<void> {
  await page.evaluate((numbers) => {
    for (const place of document.querySelectorAll<HTMLElement>("[data-page-of]")) place.textContent = String(numbers[place.dataset.pageOf ?? ""] ?? "");
  }, pages);
}

/** Where this very process listens; what people type may lead through a proxy. */
function ownOrigin(): string {
  return `http://127.0.0.1:${process.env.PORT || 3000}`;
}
