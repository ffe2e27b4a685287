/** An import as a person does it: the file into the page, a look at the difference, "import", "take back". */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { runNode, succeeded } from "../../../lib/operation/child.ts";
import { withClient } from "../../../lib/database/connection.ts";
import { wideWorkbook } from "../../fixtures/import/scale.ts";
import type { World } from "../world.ts";

/** Milliseconds from the click to the state in the database; `shown`: until the page shows the preview. */
export type Imported = { preview: number; shown: number; write: number; undo: number };

/** Somebody signed in at the import page of an organisation of their own, with a file for it. */
export type Importer = {
  once: () => Promise<Imported>;
  close: () => Promise<void>;
};

const password = "kaffe under trappen 7";
const PATIENCE_MS = 120_000;
/** How often the database is asked: far below what is measured, and next to nothing to answer. */
const LOOK_MS = 10;

/** Makes an organisation of so many org units and KPIs and a workbook of all its figures, and signs its administrator in. */
export async function importer(
  { product, browser, home }: World,
  slug: string,
  orgUnits: number,
  kpis: number,
): Promise<Importer> {
  const email = `bench@${slug}.example`;
  await succeeded(
    runNode(
      [
        "tests/bench/import/organisation.ts",
        product.databaseUrl,
        slug,
        String(orgUnits),
        String(kpis),
        email,
        password,
      ],
      { nodeArgs: ["--import", "tsx"], output: "ignore" },
    ),
    "The organisation could not be made.",
  );
  const file = join(home, `${slug}.xlsx`);
  writeFileSync(file, wideWorkbook(orgUnits, kpis));
  const context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(`${product.origin}/sign-in`);
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.click("main form button:not([type=button])");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return {
    once: () => once(page, `${product.origin}/${slug}/import`, product.databaseUrl, file),
    close: () => context.close(),
  };
}

async function once(page: Page, path: string, databaseUrl: string, file: string): Promise<Imported> {
  await page.goto(path);
  await page.locator("input[type=file]").setInputFiles(file);
  return withClient(databaseUrl, async (client) => {
    const before = Number((await client.query(`SELECT count(*) FROM "Import"`)).rows[0].count);
    /** Until the newest import, made after this began, is in the state. */
    const reached = async (state: string, from: number) => {
      while (performance.now() - from < PATIENCE_MS) {
        const { rows } = await client.query(
          `SELECT state, failure, (SELECT count(*) FROM "Import")::int AS count FROM "Import" ORDER BY "createdAt" DESC LIMIT 1`,
        );
        const newest = rows[0] as { state: string; failure: string; count: number } | undefined;
        if (newest && newest.count > before) {
          if (newest.state === state) return performance.now() - from;
          if (newest.state === "failed" || newest.state === "mapping")
            throw new Error(`The import is ${newest.state} ${newest.failure}`);
        }
        await wait(LOOK_MS);
      }
      throw new Error(`The import was not ${state} within ${PATIENCE_MS / 1000} s.`);
    };
    const brought = performance.now();
    const [preview] = await Promise.all([
      reached("previewed", brought),
      page.locator(".import form button:not([type=button])").first().click(),
    ]);
    await page.locator(".import-acts .btn.main").waitFor();
    const shown = performance.now() - brought;
    const confirmed = performance.now();
    const [write] = await Promise.all([reached("imported", confirmed), page.locator(".import-acts .btn.main").click()]);
    await page.locator(".import-acts .btn.main").waitFor({ state: "detached" });
    await page.locator(".import-acts form button").waitFor();
    const regretted = performance.now();
    const [undo] = await Promise.all([reached("undone", regretted), page.locator(".import-acts form button").click()]);
    await page.locator(".import-acts form").waitFor({ state: "detached" });
    return { preview, shown, write, undo };
  });
}
