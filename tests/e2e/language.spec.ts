import type { Page } from "@playwright/test";
import { locales, type Locale } from "../../lib/language/model";
import { routes } from "./build";
import { randomUUID } from "node:crypto";
import { rooms, textsOf } from "./messages";
import { arrive, invite, signIn } from "./newcomer";
import { addressOf, notSeen, settled, sights } from "./pages";
import { expect, test } from "./wire";

const texts = { da: textsOf("da"), en: textsOf("en") };

/** What only the other language says: whole texts of some length, without gaps to fill. */
function foreignTo(locale: Locale): string[] {
  const own = [...texts[locale].values()].join("\n");
  const other = texts[locale === "da" ? "en" : "da"];
  return [...other.values()].filter(
    (text) => text.length >= 8 && text.includes(" ") && !/[{<]/.test(text) && !own.includes(text),
  );
}
const foreign = { da: foreignTo("da"), en: foreignTo("en") };

const KEY = new RegExp(`\\b(${rooms.join("|")})\\.[a-z][A-Za-z]*(\\.[A-Za-z]+)*\\b`);

/** What must not be read on a page in a language: keys instead of texts, gaps that were not filled, values that are none, and the other language. */
function faultsIn(text: string, locale: Locale): string[] {
  const patterns = [
    KEY,
    /MISSING_MESSAGE|FORMATTING_ERROR/,
    /\{[A-Za-z]+(, ?(plural|select|number|date)\b.*)?\}/,
    /\b(NaN|undefined|null|Infinity)\b/,
    /\[object \w+\]/,
  ];
  const matches = patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  return [...matches, ...foreign[locale].filter((words) => text.includes(words))];
}

/** Everything a page says, seen or read aloud, a text a line; without what is marked as being in another language. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const aside = `script, style, template, noscript, body [lang]:not([lang=${document.documentElement.lang}])`;
    const walker = document.createTreeWalker(
      document.documentElement,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      (node) => (node instanceof Element && node.matches(aside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    );
    const words: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Element)) words.push(node.textContent ?? "");
      else
        for (const name of ["aria-label", "title", "alt", "placeholder", "aria-description", "aria-roledescription"])
          words.push(node.getAttribute(name) ?? "");
    }
    return words.filter((text) => text.trim()).join("\n");
  });
}

test("every page of the build is looked at", () => {
  const pages = routes()
    .filter(({ kind }) => kind === "page")
    .map(({ pattern }) => pattern);
  const looked = new Set(sights.map(({ pattern }) => pattern));
  expect(pages.filter((pattern) => !looked.has(pattern)).sort()).toEqual(Object.keys(notSeen).sort());
});

for (const sight of sights) {
  test.describe(sight.path, () => {
    test.use({ as: sight.as, tolerated: sight.pattern === "/_not-found" ? [/status of 404/] : [] });
    test("speaks the language asked for, and nothing but words and figures", async ({
      page,
      context,
      baseURL,
      requestAs,
    }) => {
      const path = await addressOf(sight, async () =>
        invite(await requestAs("admin"), { email: `${randomUUID()}@tests.example` }),
      );
      for (const locale of locales) {
        await context.addCookies([{ name: "locale", value: locale, url: baseURL! }]);
        await page.goto(path);
        await settled(page);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        const words = await wordsOf(page);
        expect(words.length, "something is there to read").toBeGreaterThan(100);
        expect.soft(faultsIn(words, locale), `${path} in ${locale}`).toEqual([]);
        expect.soft(await page.title(), `title of ${path} in ${locale}`).toMatch(/Ledestjerne/);
      }
    });
  });
}

test("twin: keys, gaps, values that are none and the other language are noticed", () => {
  expect(faultsIn("Gem\nentry.overview.title\nNaN %\nRegn {year} ud\nnull\n[object Object]", "da")).toHaveLength(4);
  expect(faultsIn("This page does not exist", "da")).toEqual(["This page does not exist"]);
  expect(faultsIn("Siden findes ikke", "en")).toEqual(["Siden findes ikke"]);
  expect(faultsIn("Nullet er annulleret; 5 % af 1.707 t i kpier. se dem", "da")).toEqual([]);
  expect(Math.min(foreign.da.length, foreign.en.length)).toBeGreaterThan(100);
});

test("a language is chosen with a button and remembered, here and at the next sign-in elsewhere", async ({
  page,
  browser,
  baseURL,
  requestAs,
  context,
}) => {
  const [admin, first] = await Promise.all([requestAs("admin"), requestAs(null)]);
  const one = await arrive(admin, first);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "da");
  await signIn(context.request, one);
  await page.goto("/aleris/dashboard/2023");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("17 nøgletal");
  await expect(page.locator(".k-table")).toContainText("1.707");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("17 KPIs");
  await expect(page.locator(".k-table")).toContainText("1,707");
  await expect(page.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true");
  await page.goto("/aleris/reports/2023");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("p.org").first()).toHaveText("Aleris Denmark");

  const elsewhere = await browser.newContext({ baseURL });
  await signIn(elsewhere.request, one);
  const other = await elsewhere.newPage();
  await other.goto("/account");
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  await elsewhere.close();
});

test("without JavaScript the language is switched just the same, and an unknown one is Danish", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await context.addCookies([{ name: "locale", value: "xx", url: baseURL! }]);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "da");
  await context.close();
});
