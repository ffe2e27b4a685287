/** Publishing: from the press of the button until the edition stands in the list, and what its folder weighs. */
import type { Page } from "playwright-core";
import { figure, table } from "../table.ts";
import { org, readYear, type World } from "../world.ts";

const path = `/${org}/reports/${readYear}`;

/** Accepts what the check found, calls the report ready, publishes it and opens it to everybody, as a controller does in the browser. */
export async function measurePublish({ product, people, print }: World): Promise<void> {
  const page = await people.context.newPage();
  page.setDefaultTimeout(60_000);
  const { ms, firstWord } = await published(page, product.origin);
  const manifest = (await (
    await people.context.request.get(`${product.origin}${path}/editions/1/files/manifest.json`)
  ).json()) as { files: { path: string; size: number }[] };
  await openToAll(page, product.origin);
  await page.close();
  const sum = (wanted: (path: string) => boolean) =>
    `${figure(manifest.files.filter((file) => wanted(file.path)).reduce((total, { size }) => total + size, 0) / 1000)} kB`;
  print(
    table(
      ["Publishing an edition", "ms", "first word ms", "files", "folder", "its PDFs", "its pages"],
      [
        [
          "both languages, all files",
          Math.round(ms),
          Math.round(firstWord),
          manifest.files.length,
          sum(() => true),
          sum((name) => name.endsWith(".pdf")),
          sum((name) => name.endsWith(".html")),
        ],
      ],
    ),
  );
}

async function published(page: Page, origin: string): Promise<{ ms: number; firstWord: number }> {
  await page.goto(`${origin}${path}/check`);
  const open = page.getByRole("button", { name: /^Acceptér: / });
  for (let left = await open.count(); left > 0; left -= 1) {
    const item = page.getByRole("listitem").filter({ has: open }).first();
    await item.getByLabel("Begrundelse").fill("Sådan står det i kilden.");
    await item.getByRole("button").click();
    await open.nth(left - 1).waitFor({ state: "detached" });
  }
  await page.goto(`${origin}${path}/editions`);
  await page.getByRole("button", { name: "Meld klar" }).click();
  const publish = page.getByRole("button", { name: "Udgiv udgave 1" });
  await publish.waitFor();
  const begin = performance.now();
  await publish.click();
  await page
    .locator(".edition-state [role=status], .edition-state [aria-live]")
    .filter({ hasText: /\S/ })
    .first()
    .waitFor();
  const firstWord = performance.now() - begin;
  await page.getByRole("heading", { name: "Udgave 1" }).waitFor();
  return { ms: performance.now() - begin, firstWord };
}

async function openToAll(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}${path}/editions`);
  await page.getByLabel("Hvem må læse").selectOption("1");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.getByText("Alle kan læse udgave 1").waitFor();
}
