/** A demo of a file's own to restate: a restatement cannot be taken back, and other tests read the demo's published figures. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { withClient } from "../../lib/database/connection";
import { pidFile } from "../../lib/database/embedded-leftovers";
import { localeCookie } from "../../lib/language/model";
import { keptSecret } from "../../lib/operation/secret";
import { expect, expectAccessible, colourRules, test } from "./fixtures";
import { start, type Installation } from "./installation";
import { password } from "./people";

/** Begins the demo before the first test of the file, whose tests follow each other, and ends it after the last. */
export function ownDemo() {
  let home: string;
  let running: Installation;
  test.describe.configure({ mode: "serial" });
  test.use({ actionTimeout: 20_000 });
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    home = await mkdtemp(join(tmpdir(), "ledestjerne-restatement-"));
    running = await start(home, {}, ["--demo"]);
    expect(running.printed()).toContain(`is ready: ${running.origin}`);
  });
  test.afterAll(async () => {
    await running?.end("SIGTERM");
    await rm(home, { recursive: true, force: true });
  });

  /** The address of a page. */
  const at = (path: string) => `${running.origin}${path}`;
  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(at("/sign-in"));
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(password);
    await page.getByRole("button", { name: /Log ind|Sign in/ }).click();
    await page.waitForURL(/\/aleris/);
  }
  const speak = (page: Page, locale: "da" | "en") =>
    page.context().addCookies([{ name: localeCookie, value: locale, url: running.origin }]);
  const rows = (sql: string) => {
    const folder = join(home, "demo");
    const { port } = pidFile(join(folder, "postgres"))!;
    const url = `postgresql://ledestjerne:${keptSecret(folder, "postgres.password")}@127.0.0.1:${port}/postgres`;
    return withClient(url, async (client) => (await client.query(sql)).rows as Record<string, unknown>[]);
  };
  const published = () =>
    rows(
      `SELECT md5(string_agg(f::text, '|' ORDER BY "kpiId", "reportYear", year)) AS digest FROM "PublishedFigure" f`,
    );
  return { at, signIn, speak, rows, published };
}

/** No page is wider than its window, and all of it is accessible, in light and in dark. */
export async function inspect(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, colourRules);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}
