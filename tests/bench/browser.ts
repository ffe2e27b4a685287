/** The browser of the benchmark, and signing in with it as a person would. */
import { chromium, type Browser, type BrowserContext } from "playwright-core";
import { findChromium } from "../../lib/chromium/find.ts";
import { demoPassword } from "../../prisma/demo/people.ts";

/** Opens the browser the product would print with. Throws when there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("No Chromium was found: install Debian's package chromium, or set CHROMIUM_PATH.");
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-background-networking"],
  });
}

/** Signs a demo account in at the sign-in page, in a context of its own. */
export async function signedIn(browser: Browser, origin: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "da-DK" });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", demoPassword);
  await page.click("main form button:not([type=button])");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.close();
  return context;
}

/** The context's cookies as a request header. */
export async function cookieOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}
