/** A pasted block of 450 cells in a real browser: until its effects are shown, and until it is acknowledged as saved. */
import { runNode, succeeded } from "../../lib/operation/child.ts";
import { table } from "./table.ts";
import type { World } from "./world.ts";

const person = { email: "bench@block.example", password: "kaffe under trappen 7" };
const slug = "block";
const [ROWS, YEARS] = [90, 5];
const ACKNOWLEDGED = /Gemt kl\. \d\d\.\d\d\.\d\d/;

/** Pastes, applies and takes back a block of 450 cells several times; times in milliseconds, the median of the tries. */
export async function measureBlock({ product, browser, options, print }: World): Promise<void> {
  await succeeded(
    runNode(["tests/bench/make-sheet.ts", product.databaseUrl, slug, person.email, person.password], {
      nodeArgs: ["--import", "tsx"],
      output: "ignore",
    }),
    "The sheet could not be made.",
  );
  const context = await browser.newContext({
    locale: "da-DK",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(`${product.origin}/sign-in`);
  await page.fill("input[name=email]", person.email);
  await page.fill("input[name=password]", person.password);
  await page.click("main form button:not([type=button])");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await page.goto(`${product.origin}/${slug}/entry/2023/${slug}?years=5`);
  await page.locator("table[role=grid][data-ready]").waitFor();
  await page.waitForLoadState("networkidle");
  const tries: { shown: number; acknowledged: number; server: number; undone: number }[] = [];
  for (let round = 1; round <= Math.max(3, options.repeats); round += 1) {
    const block = Array.from({ length: ROWS }, (_, row) =>
      Array.from({ length: YEARS }, (_, year) => `${row * 10 + year + round}`).join("\t"),
    ).join("\r\n");
    await page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await page.locator('[data-place="0 1"]').click();
    const shown = await timed(async () => {
      await page.keyboard.press("Control+V");
      await page.locator(".entry-paste[open]").waitFor();
    });
    const { all: acknowledged, server } = await saved("Enter");
    const { all: undone } = await saved("Control+z");
    tries.push({ shown, acknowledged, server, undone });
  }
  const median = (of: (one: (typeof tries)[number]) => number) =>
    Math.round(tries.map(of).sort((a, b) => a - b)[Math.floor(tries.length / 2)]!);
  print(
    table(
      ["A block of 450 cells, pasted", "ms"],
      [
        ["Ctrl+V until its effects are shown, cell by cell", median(({ shown }) => shown)],
        ["Enter until it is acknowledged as saved", median(({ acknowledged }) => acknowledged)],
        ["of that, the server", median(({ server }) => server)],
        ["Ctrl+Z until all of it is taken back and saved", median(({ undone }) => undone)],
      ],
    ),
  );
  await context.close();

  /** Presses a key and waits until the page says that everything is stored. */
  async function saved(key: string): Promise<{ all: number; server: number }> {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    const all = await timed(async () => {
      await page.keyboard.press(key);
      await answered;
      await page.locator(".entry-saving", { hasText: ACKNOWLEDGED }).waitFor();
    });
    const { responseEnd } = (await answered).request().timing();
    return { all, server: responseEnd };
  }
}

async function timed(what: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await what();
  return performance.now() - from;
}
