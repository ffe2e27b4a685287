import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { picturesIn, unpacked, verified } from "./edition-folder";
import { start, type Installation } from "./installation";

// An installation of its own: what other tests enter meanwhile must not change what is published here.
let home: string;
let running: Installation;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  home = await mkdtemp(join(tmpdir(), "ledestjerne-edition-"));
  running = await start(home, {}, ["--demo"]);
  expect(running.printed()).toContain("is ready:");
});
test.afterAll(async () => {
  await running.end("SIGTERM");
  await rm(home, { recursive: true, force: true });
});
test.describe.configure({ mode: "serial" });

const folderOf = () => join(home, "folder");
const at = (path: string) => `${running.origin}${path}`;

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(at("/sign-in"));
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill("ledestjerne-demo");
  await page.locator("main form button:not([type])").first().click();
  await page.waitForURL(/\/aleris/);
}

test("a report whose findings are accepted is called ready and published, under 15 s, as a folder that verifies", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "controller@demo.example");
  await page.goto(at("/aleris/reports/2023/check"));
  const open = page.getByRole("button", { name: /^Acceptér: / });
  for (let left = await open.count(); left > 0; left--) {
    const item = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Acceptér: / }) });
    await item.first().getByLabel("Begrundelse").fill("Sådan står det i kilden.");
    await item.first().getByRole("button").click();
    await expect(open).toHaveCount(left - 1);
  }
  await page.goto(at("/aleris/reports/2023/editions"));
  await page.getByRole("button", { name: "Meld klar" }).click();
  const publish = page.getByRole("button", { name: "Udgiv udgave 1" });
  const began = Date.now();
  await publish.click();
  await expect(page.getByText(/Kontrollerer figurer|Tegner sider og trykker PDF: \d af 4/)).toBeVisible();
  await expect(page.getByText(/Tegner sider og trykker PDF: \d af 4/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Udgave 1" })).toBeVisible({ timeout: 60_000 });
  test.info().annotations.push({ type: "published in", description: `${Date.now() - began} ms` });
  await expect(page.getByRole("heading", { name: "Udgivet, uændret siden" })).toBeVisible();

  const manifest = (await (
    await page.request.get(at("/aleris/reports/2023/editions/1/files/manifest.json"))
  ).json()) as {
    figures: string;
    files: { path: string; size: number }[];
  };
  for (const path of ["manifest.json", ...manifest.files.map((file) => file.path)]) {
    const answer = await page.request.get(at(`/aleris/reports/2023/editions/1/files/${path}`));
    expect(answer.status()).toBe(200);
    await mkdir(dirname(join(folderOf(), path)), { recursive: true });
    await writeFile(join(folderOf(), path), await answer.body());
  }
  const sizes = manifest.files.map(({ path, size }) => `${path} ${size}`);
  test.info().annotations.push({ type: "files", description: sizes.join(", ") });
  // Pictures weigh what they weigh, on their own and in the PDFs; everything else of both languages stays light.
  let weight = 0;
  for (const { path, size } of manifest.files) {
    if (path.endsWith(".jpg")) continue;
    weight += size - (path.endsWith(".pdf") ? picturesIn(await readFile(join(folderOf(), path))) : 0);
  }
  test.info().annotations.push({ type: "without pictures", description: String(weight) });
  expect(weight).toBeLessThan(1_000_000);
  expect(await verified(folderOf())).toContain(`${manifest.files.length} files as manifest.json says.`);
  const zip = await page.request.get(at("/aleris/reports/2023/editions/1/folder"));
  expect([zip.status(), zip.headers()["content-type"]]).toEqual([200, "application/zip"]);
  // The ZIP holds the same folder: taken out of it, it verifies as well.
  await writeFile(join(home, "edition.zip"), await zip.body());
  await unpacked(join(home, "edition.zip"), join(home, "unpacked"));
  const again = await verified(join(home, "unpacked", "aleris-2023-edition-1"));
  expect(again).toContain(`${manifest.files.length} files as manifest.json says.`);
  const drawing = manifest.files.find(({ path }) => path.endsWith(".svg"))!;
  const picture = await page.request.get(at(`/aleris/reports/2023/editions/1/png/${drawing.path}`));
  expect((await picture.body()).subarray(1, 4).toString()).toBe("PNG");
});

for (const [locale, width, colorScheme] of [
  ["da", 1280, "light"],
  ["en", 390, "dark"],
] as const) {
  test(`its page opened from disk shows everything without JavaScript or network: ${locale}, ${width} px, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      offline: true,
      colorScheme,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const file = join(folderOf(), locale, "index.html");
    await page.goto(pathToFileURL(file).href);
    // Its pictures and typefaces lie beside it; it asks for nothing else.
    const folder = `${pathToFileURL(folderOf()).href}/`;
    const beside = /^(picture-[0-9a-f-]{36}-\d+\.jpg|typeface-[a-z0-9-]+\.woff2)$/;
    expect(asked[0]).toBe(pathToFileURL(file).href);
    expect(asked.slice(1).filter((url) => !beside.test(url.slice(folder.length)))).toEqual([]);
    for (const one of await page.locator(".pic img").all()) {
      await one.scrollIntoViewIfNeeded();
      await expect.poll(() => one.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    }
    const html = await readFile(file);
    expect(gzipSync(html).length).toBeLessThan(150_000);
    // A browser gives away a rule it cannot write down as an empty one.
    expect(html.toString()).not.toMatch(/font-[a-z]+: ?;/);
    const faces = () =>
      page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")),
      );
    await expect.poll(faces).toEqual(expect.arrayContaining(["Plex Sans", "Plex Serif"]));
    // 43 KPIs of the appendix, each with five years.
    await expect(page.locator("table.app tbody tr[id]")).toHaveCount(43);
    await expect(page.locator("#E5")).toContainText(locale === "da" ? "1.707" : "1,707");
    const charts = page.locator(".drawn");
    const count = await charts.count();
    expect(count).toBeGreaterThan(8);
    await expect(page.locator("details.chart-table")).toHaveCount(count);
    for (const chart of await charts.all()) {
      const drawing = chart.locator("svg:visible");
      await expect(drawing).toHaveCount(1);
      const box = (await drawing.boundingBox())!;
      expect(box.width > 120 && box.height > 60 && box.x + box.width <= width + 1).toBe(true);
    }
    await expect(page.locator(".colophon code")).toHaveText(/^[0-9a-f]{64}$/);
    await context.close();
  });
}

test("its folder is served by any server of files, and nothing moves when its typefaces come late or it is read on", async ({
  browser,
}) => {
  const server = createServer((request, response) => {
    createReadStream(join(folderOf(), request.url!))
      .on("error", () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  for (const [locale, width] of [
    ["da", 1440],
    ["en", 1440],
    ["da", 390],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.addInitScript(() => {
      const watched = window as unknown as { moved: number };
      watched.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) watched.moved += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    let isRead = () => {};
    const read = new Promise<void>((done) => (isRead = done));
    await page.route("**/*.woff2", async (route) => {
      await read;
      await route.continue();
    });
    await page.goto(`http://127.0.0.1:${port}/${locale}/index.html`, { waitUntil: "domcontentloaded" });
    const painted = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
    await expect.poll(painted).toBe(1);
    isRead();
    const there = () =>
      page.evaluate(
        () => [...document.fonts].filter(({ status, display }) => display === "swap" && status === "loaded").length,
      );
    await expect.poll(there).toBeGreaterThan(2);
    // Chapters further down are laid out as they are read; the last typeface, of signs, may be asked for only then.
    const moved = async () => {
      for (let step = 0; step < 200; step += 1) {
        const isEnd = await page.evaluate(async () => {
          window.scrollBy({ top: 600, behavior: "instant" });
          for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
          return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
        });
        if (isEnd) break;
      }
      return page.evaluate(() => (window as unknown as { moved: number }).moved);
    };
    expect(await moved(), `${locale} ${width}`).toBe(0);
    await expect.poll(there).toBe(4);
    // What the contents lead to is where they lead.
    const link = page.locator("#contents a[href='#producer']").first();
    await link.click();
    const target = page.locator("#producer");
    await expect(target).toBeInViewport();
    await expect.poll(async () => Math.abs((await target.boundingBox())!.y)).toBeLessThan(160);
    await page.close();
  }
  server.close();
});

test("axe finds nothing on the page from disk", async ({ browser }) => {
  // axe is a script, so this once the page may run one; it has none of its own, and its policy is set aside for it.
  const context = await browser.newContext({ offline: true, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folderOf(), "da", "index.html")).href);
  expect(await page.locator("script").count()).toBe(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
  await context.close();
});

test("it is open to nobody until it is opened, and then served as the stored bytes", async ({ page, request }) => {
  const address = at("/published/aleris/2023");
  expect((await request.get(address)).status()).toBe(404);
  await signIn(page, "controller@demo.example");
  await page.goto(at("/aleris/reports/2023/editions"));
  await page.getByLabel("Hvem må læse").selectOption("1");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Alle kan læse udgave 1")).toBeVisible();
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  const stored = await page.request.get(at("/aleris/reports/2023/editions/1/files/da/index.html"));
  expect(await answer.text()).toBe(await stored.text());
  expect(answer.headers()["content-security-policy"]).toContain("sandbox");
  const again = await request.get(address, { headers: { "if-none-match": answer.headers().etag! } });
  expect(again.status()).toBe(304);
  expect((await request.get(at("/published/aleris/2022"))).status()).toBe(404);
  await page.getByLabel("Hvem må læse").selectOption("");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("ikke åben for alle")).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
