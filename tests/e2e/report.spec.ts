import type { Page } from "@playwright/test";
import { expectedRows, neverPrinted, years } from "../factories/report-cells";
import { openFirstBlock } from "./composer";
import { expect, expectAccessible, test } from "./fixtures";
import { readPdf } from "./report-pdf";

const path = "/aleris/reports/2023";

/** Every chart of the page shows one drawing, the one that fits, and it has marks. */
async function expectDrawn(page: Page): Promise<void> {
  const charts = await page.locator(".drawn").all();
  expect(charts.length).toBeGreaterThan(8);
  for (const chart of charts) {
    await expect(chart.locator("svg:visible")).toHaveCount(1);
    expect(await chart.locator("svg:visible :is(path, rect, circle)").count()).toBeGreaterThan(1);
  }
}

test.use({ as: "controller" });

test("every cell of the appendix in Danish is the reference's", async ({ page }) => {
  await page.goto(path);
  const rows = await page.locator("table.app tbody tr[id]").evaluateAll((all) =>
    all.map((row) => {
      const copy = row.cloneNode(true) as HTMLElement;
      for (const raised of copy.querySelectorAll("sup")) raised.remove();
      return { id: row.id, cells: [...copy.querySelectorAll("th, td")].map((cell) => cell.textContent!.trim()) };
    }),
  );
  expect(rows.map(({ id }) => id)).toEqual(expectedRows.map(({ number }) => number));
  for (const [index, { number, target, cells }] of expectedRows.entries())
    expect([number, rows[index]!.cells[2], ...rows[index]!.cells.slice(3, 3 + years.length)]).toEqual([
      number,
      target,
      ...cells,
    ]);
  expect(await page.locator("main").innerText()).not.toMatch(neverPrinted);
});

for (const [width, locale, colorScheme] of [
  [1440, "da", "light"],
  [768, "en", "dark"],
  [390, "da", "dark"],
] as const) {
  test(`reads well at ${width} px in ${locale}, ${colorScheme}: charts drawn, nothing wider than the page, accessible`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.addCookies([{ name: "locale", value: locale, url: baseURL! }]);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await expectDrawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      locale === "da" ? "CSR-rapport 2023" : "CSR report 2023",
    );
    await expectAccessible(page);
  });
}

test("on paper nothing is wider than the page, and nothing asks to be clicked", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 642, height: 900 });
  await page.goto(path);
  await expectDrawn(page);
  const wide = await page
    .locator(".report .ch *")
    .evaluateAll((all) =>
      all.filter((part) => part.getBoundingClientRect().right > 643).map((part) => part.outerHTML.slice(0, 120)),
    );
  expect(wide).toEqual([]);
  for (const part of await page.locator(".rail, .report-tools, .chart-menu").all()) await expect(part).toBeHidden();
});

test("the PDF is tagged, named, numbered, and every cell of its appendix is the reference's", async ({ page }) => {
  const answer = await page.request.get(`${path}/export/pdf?lang=da`, { timeout: 60_000 });
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const pdf = await readPdf(await answer.body());
  expect(pdf).toMatchObject({ title: "CSR-rapport 2023 – Aleris Danmark", language: "da", isTagged: true });
  // A published year holds nothing that is not approved.
  expect(pdf.pages[0]!.text).not.toContain("ikke godkendt");
  expect([...pdf.roles]).toEqual(expect.arrayContaining(["Table", "TH", "TD", "H1", "H2", "Figure"]));
  expect(pdf.bookmarks).toEqual(
    expect.arrayContaining([
      "CSR-rapport 2023",
      "Indhold",
      "Ansvarlig producent",
      "Miljødata",
      "Sociale data",
      "Ledelsesdata",
    ]),
  );
  // Each drawing says what it shows.
  expect(pdf.alternatives.filter((text) => /\d/.test(text)).length).toBeGreaterThan(10);

  for (const { number, target, cells, indicator } of expectedRows) {
    const line = pdf.pages.map(({ lineFrom }) => lineFrom(number)).find((found) => found !== "") ?? "";
    const marked = cells.map((cell, index) =>
      (indicator.estimated?.includes(String(years[index])) ? `${cell}e` : cell)
        .replace("/", "\\/")
        .replace(/^-$/, "-\\d*"),
    );
    expect(line, number).toMatch(new RegExp(`${target.replaceAll(" ", "")}[abc]?${marked.join("")}`));
  }

  const contents = pdf.pages[1]!;
  for (const [title, name] of [
    ["Ansvarligproducent", "Ansvarlig producent"],
    ["BilagS:Socialedata", "Sociale data"],
  ] as const) {
    const on = Number(new RegExp(`^${title}(\\d+)$`).exec(contents.lines.find((line) => line.startsWith(title))!)![1]);
    expect(pdf.pages[on - 1]!.lines.slice(0, 6).join(" ")).toContain(name.replace(" ", ""));
  }
  for (const [index, { lines }] of pdf.pages.entries()) {
    if (index === 0) continue;
    expect(lines[0], `running head of page ${index + 1}`).toMatch(/^AlerisDanmarkCSR-rapport2023/);
    expect(lines.at(-1), `number of page ${index + 1}`).toBe(String(index + 1));
  }
  const social = pdf.pages.filter(({ lines }) => lines.some((line) => /^S\d+[A-Z]/.test(line)));
  expect(social.length).toBeGreaterThan(1);
  for (const { lines } of social)
    expect(
      lines.some((line) => line.startsWith("NøgletalEnhed")),
      "repeated table head",
    ).toBe(true);
  expect(pdf.pages.map(({ text }) => text).join(" ")).not.toMatch(neverPrinted);
});

test("files come in the language asked for; a language or year there is not does not exist", async ({ page }) => {
  const get = (rest: string) => page.request.get(`/aleris/reports/${rest}`);
  expect(await (await get("2023/export/csv?lang=en")).text()).toContain("Electricity consumption relative to revenue");
  const kpis = (await (await get("2023/export/json?lang=da")).json()) as { kpi: string; years: unknown[] }[];
  expect(kpis.find(({ kpi }) => kpi === "scope1")!.years).toHaveLength(5);
  expect((await (await get("2023/export/xlsx")).body()).subarray(0, 2).toString()).toBe("PK");
  for (const rest of ["2023/export/csv?lang=fr", "1999/export/json", "2023x/export/xlsx", "1999", "1999/edit"])
    expect((await get(rest)).status(), rest).toBe(404);
  expect((await page.request.get("/print/guessed")).status()).toBe(404);
});

test("each drawing is taken along as SVG, PNG and CSV and each table as CSV, and the trail says so", async ({
  page,
}) => {
  await page.goto(path);
  const figure = page.locator(".rfig").filter({ hasText: "Scope 2 steg" }).first();
  const bodies = new Map<string, Buffer>();
  for (const format of ["SVG", "PNG", "CSV"]) {
    const link = figure.getByRole("link", { name: new RegExp(`som ${format}$`) }).first();
    const answer = await page.request.get((await link.getAttribute("href"))!);
    expect([answer.status(), answer.headers()["content-disposition"]]).toEqual([
      200,
      expect.stringMatching(
        new RegExp(`^attachment; filename="aleris-2023-da-\\d\\d-scope2-market.${format.toLowerCase()}"`),
      ),
    ]);
    bodies.set(format, await answer.body());
  }
  const svg = String(bodies.get("SVG"));
  expect(svg).toContain("Scope 2, markedsbaseret");
  expect(svg).toContain("Kilde: bilag");
  expect(svg).not.toMatch(/href|<script|NaN/);
  expect(bodies.get("PNG")!.subarray(1, 4).toString()).toBe("PNG");
  expect(String(bodies.get("CSV"))).toMatch(/"?Scope 2, markedsbaseret \(t\)"?;1\.370;1\.371;1\.454;1\.540;1\.707/);
  const table = page
    .locator("#environment, [id^=appendix]")
    .getByRole("link", { name: /Hent .* som CSV/ })
    .last();
  const csv = await page.request.get((await table.getAttribute("href"))!);
  expect(await csv.text()).toMatch(/^\uFEFF.+\r\nNr\.?;/);
  for (const rest of [`${path}/tables/X`, `${path}/charts/none/1/svg`, `${path}/charts/none/1/exe`])
    expect((await page.request.get(rest)).status(), rest).toBe(404);
  const trail = await (await page.request.get("/aleris/audit/csv")).text();
  for (const kind of ["export.chart", "export.table"]) expect(trail).toContain(kind);
});

test("the draft is taken along as one page that asks for nothing", async ({ page, browser }) => {
  const answer = await page.request.get(`${path}/export/html?lang=en`, { timeout: 60_000 });
  expect([answer.status(), answer.headers()["content-disposition"]]).toEqual([
    200,
    expect.stringContaining("aleris-2023-en.html"),
  ]);
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const alone = await context.newPage();
  await alone.setContent(await answer.text());
  await expect(alone.locator("table.app tbody tr[id]")).toHaveCount(expectedRows.length);
  await expect(alone.locator(".part-files")).toHaveCount(0);
  expect(await alone.locator("script").count()).toBe(0);
  await context.close();
});

test("nobody else's report, and no editing without the role", async ({ pageAs, browser, baseURL }) => {
  const region = await pageAs("regionController");
  for (const rest of [
    "",
    "/edit",
    "/export/pdf",
    "/export/html",
    "/export/xlsx",
    "/export/csv",
    "/export/json",
    "/tables/E",
  ])
    expect((await region.request.get(path + rest)).status(), rest).toBe(404);
  expect(await (await region.request.get("/region-midtjylland/reports")).text()).not.toContain("Aleris");
  const auditor = await pageAs("auditor");
  expect((await auditor.request.get(path)).status()).toBe(200);
  expect((await auditor.request.get(`${path}/edit`)).status()).toBe(404);
  const nobody = await browser.newContext({ baseURL: baseURL!, storageState: { cookies: [], origins: [] } });
  for (const type of ["pdf", "html", "xlsx", "csv", "json"])
    expect((await nobody.request.get(`${path}/export/${type}`)).status(), type).toBe(401);
  expect((await nobody.request.get(path, { maxRedirects: 0 })).headers().location).toContain("/sign-in?next=");
  await nobody.close();
});

test("the controller edits a text; a second editor is told, sees both, and chooses", async ({ page, pageAs }) => {
  const edit = "/aleris/reports/2024/edit";
  // Of its own in every run, also against an installation that has seen one.
  const [mine, theirs] = [`Min nye indledning ${Date.now()}.`, `En andens indledning ${Date.now()}.`];
  const other = await pageAs("admin");
  await Promise.all([openFirstBlock(page, edit, "ethics"), openFirstBlock(other, edit, "ethics")]);
  await expectAccessible(page);
  const formOf = (on: typeof page) => on.locator("#ethics form.text-form").first();
  const bodyOf = (on: typeof page) => formOf(on).getByRole("textbox", { name: "Tekst, dansk" });
  for (const one of [page, other]) await expect(formOf(one).getByRole("toolbar").first()).toBeVisible();

  await bodyOf(page).fill(mine);
  await expect(formOf(page).getByRole("status").last()).toContainText("Gemt kl.");

  await bodyOf(other).fill(theirs);
  await formOf(other).getByRole("button", { name: "Gem" }).click();
  await expect(formOf(other)).toContainText("En anden har gemt denne tekst imens");
  await expect(formOf(other).getByRole("status").last()).toHaveText("Konflikt");
  await expect(formOf(other)).toContainText(mine);
  await expect(bodyOf(other)).toHaveText(theirs);
  await formOf(other).getByRole("button", { name: "Brug den gemte" }).click();
  await expect(bodyOf(other)).toHaveText(mine);
  // What gave way is laid aside, and comes back.
  await formOf(other).getByRole("button", { name: "Sæt den ind igen" }).click();
  await expect(bodyOf(other)).toHaveText(theirs);
  await expect(formOf(other).getByRole("status").last()).toContainText("Gemt kl.");

  await page.goto("/aleris/reports/2024");
  await expect(page.locator("#ethics .lead")).toHaveText(theirs);
});
