import { isDeepStrictEqual } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { printerCookie, printerSecret } from "@/lib/access/printer";
import { withBrowser } from "@/lib/chromium/browser";
import { packedPdf } from "@/lib/chromium/packing/model";
import { pageNumbersOf } from "@/lib/chromium/page-number/model";
import { localeCookie, type Locale } from "@/lib/language/model";

/** A4 less its margins, in CSS pixels: charts measure their width before the paper does. */
const CONTENT_WIDTH = 642;
const LIMIT_MS = 30_000;
const draft = { preferCSSPageSize: true, printBackground: true } as const;
const paper = { ...draft, tagged: true, outline: true } as const;

// Files and compiled code stay with a context: the second print is spared a third of the first.
const contexts = new WeakMap<Browser, Map<Locale, Promise<BrowserContext>>>();

/** On which page each place stands. */
export type PageNumbers = Record<string, number>;

/** A printed page of our own, and the page numbers it carries. */
export type Printed = { pdf: Buffer<ArrayBuffer>; pages: PageNumbers };

/**
 * Prints a page of our own as PDF: A4, tagged, with language, title, bookmarks and page numbers in its contents.
 * `pathOf` is asked when a browser is free, so that a ticket in the path is fresh; `expected` are the page numbers of the last print: as long as they still hold, one print is enough.
 */
export async function printPage(pathOf: () => string, locale: Locale, expected: PageNumbers = {}): Promise<Printed> {
  return withDrawnPage(pathOf, locale, { media: "print", width: CONTENT_WIDTH }, async (page) => {
    // Chromium has no target-counter: a print tells the pages, the next carries their numbers. The first of them
    // goes without tags and bookmarks, which take as long as all the rest.
    const isGuess = Object.keys(expected).length > 0;
    await writePageNumbers(page, expected);
    const first = await page.pdf(isGuess ? paper : draft);
    const pages = pageNumbersOf(first);
    if (isGuess && isDeepStrictEqual(pages, expected)) return { pdf: packedPdf(Buffer.from(first)), pages };
    await writePageNumbers(page, pages);
    return { pdf: packedPdf(Buffer.from(await page.pdf(paper))), pages };
  });
}

/**
 * Asks for a page of our own while the browser is opened for it: what it shows of one version of the data is kept from
 * then on, so that the browser need not wait for it to be drawn. Never fails; the print itself tells what is wrong.
 */
export async function drawAhead(path: string, locale: Locale): Promise<void> {
  const cookie = Object.entries(cookiesOf(locale)).map(([name, value]) => `${name}=${value}`);
  const headers = { cookie: cookie.join("; "), "accept-encoding": "identity" };
  await fetch(ownOrigin() + path, { headers, signal: AbortSignal.timeout(LIMIT_MS) })
    .then((answer) => answer.arrayBuffer())
    .catch(() => {});
}

/** Opens a page of our own as it is seen or printed, waits until its typefaces and pictures are there, and lends it. Nothing on it is drawn by a script, so none runs. */
export async function withDrawnPage<Result>(
  pathOf: () => string,
  locale: Locale,
  { media, width }: { media: "print" | "screen"; width: number },
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  return withBrowser(async (browser) => {
    const page = await (await contextOf(browser, locale)).newPage();
    try {
      await page.emulateMedia({ media });
      await page.setViewportSize({ width, height: 960 });
      const answer = await page.goto(ownOrigin() + pathOf(), { waitUntil: "load" });
      if (!answer?.ok()) throw new Error(`The page to print answered ${answer?.status() ?? "nothing"}.`);
      await whenThere(page);
      return await use(page);
    } finally {
      await page.close();
    }
  });
}

function contextOf(browser: Browser, locale: Locale): Promise<BrowserContext> {
  const opened = contexts.get(browser) ?? new Map<Locale, Promise<BrowserContext>>();
  contexts.set(browser, opened);
  const context = opened.get(locale) ?? openContext(browser, locale);
  opened.set(locale, context);
  context.catch(() => opened.delete(locale));
  return context;
}

async function openContext(browser: Browser, locale: Locale): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: CONTENT_WIDTH, height: 960 },
    locale: locale === "da" ? "da-DK" : "en-GB",
    colorScheme: "light",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    // From this computer to itself, packing takes longer than sending.
    extraHTTPHeaders: { "accept-encoding": "identity" },
    javaScriptEnabled: false,
    // The policy of an installation behind https would have this page fetch its files by https, which nobody serves here.
    bypassCSP: true,
  });
  context.setDefaultTimeout(LIMIT_MS);
  await context.addCookies(
    Object.entries(cookiesOf(locale)).map(([name, value]) => ({
      name,
      value,
      url: ownOrigin(),
      httpOnly: true,
      sameSite: "Strict" as const,
    })),
  );
  return context;
}

function cookiesOf(locale: Locale): Record<string, string> {
  return { [localeCookie]: locale, [printerCookie]: printerSecret() };
}

/** Typefaces and pictures are there. */
async function whenThere(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A picture below the window would wait for somebody to scroll there.
    for (const picture of document.images) picture.loading = "eager";
    await Promise.all([document.fonts.ready, ...[...document.images].map((one) => one.decode().catch(() => {}))]);
  });
}

async function writePageNumbers(page: Page, pages: PageNumbers): Promise<void> {
  await page.evaluate((numbers) => {
    for (const place of document.querySelectorAll<HTMLElement>("[data-page-of]"))
      place.textContent = String(numbers[place.dataset.pageOf ?? ""] ?? "");
  }, pages);
}

/** Where this very process listens; what people type may lead through a proxy. */
function ownOrigin(): string {
  return `http://127.0.0.1:${process.env.PORT || 3000}`;
}
