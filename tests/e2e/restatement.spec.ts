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
import { password, people } from "./people";

// An installation of its own: a restatement cannot be taken back, and other tests read the demo's published figures.
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

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${running.origin}/sign-in`);
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
  rows(`SELECT md5(string_agg(f::text, '|' ORDER BY "kpiId", "reportYear", year)) AS digest FROM "PublishedFigure" f`);
async function inspect(page: Page): Promise<void> {
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

test("heat of 2022, from the read-only sheet to the marked column, and the published record stays", async ({
  page,
}) => {
  test.slow();
  const before = await published();
  await signIn(page, people.controller);
  await speak(page, "da");
  await page.goto(`${running.origin}/aleris/entry/2022/aleris`);
  const heat = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Varme", exact: true }) });
  await heat.getByRole("gridcell", { name: /^Varme 2022/ }).click();
  await page.getByRole("link", { name: "Ret med korrektion: Varme" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ret Varme 2022 med en korrektion");
  const figure = page.getByLabel(/^Nyt tal/);
  const old = await figure.inputValue();
  await inspect(page);

  // Refusals stand on top and at the field, in the words of the grid; nothing is written.
  await figure.fill("12.34.5");
  await page.getByRole("button", { name: "Vis virkningen" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("12.34.5");
  await figure.fill(old);
  await page.getByRole("button", { name: "Vis virkningen" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("det samme som det udgivne");
  const now = new Intl.NumberFormat("da-DK").format(
    Math.round(Number(old.replaceAll(".", "").replace(",", ".")) * 1.2),
  );
  await figure.fill(now);
  await page.getByRole("button", { name: "Vis virkningen" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Skriv, hvorfor tallet rettes");
  await expect(page.getByLabel("Begrundelse på dansk")).toHaveAttribute("aria-invalid", "true");

  await page.getByLabel("Begrundelse på dansk").fill("Måleren i Ringsted var aflæst forkert.");
  await page.getByLabel("Begrundelse på engelsk").fill("The meter in Ringsted was misread.");
  await page.getByRole("button", { name: "Vis virkningen" }).click();
  const effects = page.getByRole("region", { name: "Tal, der ændrer sig med Varme" });
  const changed = effects.getByRole("row");
  await expect(changed.nth(1)).toContainText("Varme");
  await expect(changed.nth(1)).toContainText(old);
  await expect(changed.nth(1)).toContainText(now);
  await expect(changed.nth(1)).toContainText("+20,0 %");
  await expect(changed.nth(1)).toContainText("Væsentlig");
  expect(await changed.count(), "the figure and what follows from it").toBeGreaterThan(2);
  await inspect(page);
  expect(await rows(`SELECT 1 FROM "Restatement"`)).toEqual([]);

  // What is changed after the preview must be previewed again.
  await page.getByLabel("Kilde").fill("Aflæsning af 3. januar 2023");
  await expect(page.getByText("Noget er ændret siden")).toBeVisible();
  await page.getByRole("button", { name: "Vis virkningen" }).click();
  await page.getByRole("button", { name: "Gem korrektionen af 2022" }).click();

  await page.waitForURL(/\/aleris\/restatements#r-/);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    new RegExp(`^Varme 2022: ${old} → ${now} MWh, \\+20,0 %$`),
  );
  await expect(page.getByText("Måleren i Ringsted var aflæst forkert.")).toBeVisible();
  await expect(page.getByText("Mangler forklaring:")).toBeVisible();
  await inspect(page);
  expect(await published(), "the published record").toEqual(before);
  expect(await rows(`SELECT kind::text, "isMaterial" FROM "Restatement"`)).toEqual([
    { kind: "value", isMaterial: true },
  ]);
});

test("the restated column is marked wherever it is printed, in both languages", async ({ page }) => {
  await signIn(page, people.manager);
  for (const [locale, mark, reason] of [
    ["da", "2022 har korrigerede tal", "Måleren i Ringsted var aflæst forkert."],
    ["en", "2022 has restated figures", "The meter in Ringsted was misread."],
  ] as const) {
    await speak(page, locale);
    for (const path of ["kpis/heating?year=2023", "reports/2023", "reports/2024", "kpis/scope2-location?year=2023"]) {
      await page.goto(`${running.origin}/aleris/${path}`);
      const column = page.getByRole("columnheader", { name: new RegExp(`^2022.*${mark}`) });
      await expect(column.first(), path).toBeVisible();
      await expect(page.getByText(reason).first(), path).toBeVisible();
    }
    await page.goto(`${running.origin}/aleris/dashboard/2022`);
    await expect(page.getByText(reason).first()).toBeVisible();
  }
  const csv = await (await page.request.get(`${running.origin}/aleris/reports/2023/export/csv?lang=en`)).text();
  const [head, ...lines] = csv.trim().split("\r\n");
  expect(head!.split(",").slice(-2)).toEqual(["restated_from", "restatement"]);
  const restated = lines.filter((line) => line.includes("The meter in Ringsted was misread."));
  expect(restated.some((line) => /,heating,.*,2022,/.test(line))).toBe(true);
  expect(restated.every((line) => line.includes(",2022,"))).toBe(true);
});

test("the list is narrowed by publications, year and KPI, and downloaded", async ({ page }) => {
  await signIn(page, people.auditor);
  await speak(page, "en");
  const list = `${running.origin}/aleris/restatements`;
  await page.goto(list);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One restatement");
  await page.getByLabel("After the publication of").selectOption("2022");
  await page.getByLabel("Up to the publication of").selectOption("2023");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("No restatements match")).toBeVisible();
  await page.getByRole("link", { name: "Show all restatements" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByLabel("Up to the publication of")).toHaveValue("");
  await page.getByLabel("After the publication of").selectOption("2023");
  await page.getByLabel("KPI").selectOption("heating");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("aleris-restatements.csv");
  const csv = await (await page.request.get(`${list}/csv?kpi=heating`)).text();
  expect(csv).toContain("The meter in Ringsted was misread.");
  // The auditor changes nothing.
  expect((await page.request.get(`${list}/new?kpi=heating&year=2022`)).status()).toBe(404);
});

test("a material restatement is explained in the report that must, and the explanation is printed", async ({
  page,
}) => {
  await signIn(page, people.controller);
  await speak(page, "da");
  await page.goto(`${running.origin}/aleris/restatements`);
  await page.getByRole("link", { name: "forklar den i rapporten for 2024" }).click();
  await page.waitForURL(/reports\/2024\/edit#restatements/);
  const form = page.getByRole("form", { name: /^Varme 2022/ });
  await form.getByLabel("Tekst, dansk").fill("Varmen i Ringsted talte en måned med to gange.");
  await form.getByLabel("Tekst, engelsk").fill("Heat in Ringsted counted a month twice.");
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form.getByRole("status")).toContainText(/Gemt kl\./);
  await page.goto(`${running.origin}/aleris/restatements`);
  await expect(page.getByText("Forklaret i rapporten")).toBeVisible();
  await page.goto(`${running.origin}/aleris/reports/2024`);
  await expect(page.getByText("Varmen i Ringsted talte en måned med to gange.").first()).toBeVisible();
});

test("a calculated figure leads to what it is calculated from, and an open year to data entry", async ({ page }) => {
  await signIn(page, people.admin);
  await speak(page, "en");
  await page.goto(`${running.origin}/aleris/kpis/heating-intensity?year=2022`);
  await page.getByRole("link", { name: "Restate 2022" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is calculated from other figures" })).toBeVisible();
  await page.getByRole("link", { name: "heating", exact: true }).click();
  await expect(page.getByLabel(/^New figure/)).toBeVisible();
  await page.goto(`${running.origin}/aleris/restatements/new?kpi=heating&year=2024`);
  await expect(page.getByRole("link", { name: "Change it in data entry" })).toBeVisible();
  await expect(page.getByLabel(/^New figure/)).toHaveCount(0);
});

/** Shows the effect of what was filled in and returns the rows of its table, the heading first. */
async function effectOf(page: Page, name: string) {
  await page.getByRole("button", { name: "Show the effect" }).click();
  const effects = page.getByRole("region", { name: `Figures that change with ${name}` });
  await expect(effects).toBeVisible();
  return effects.getByRole("row");
}
async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save the restatement/ }).click();
  await page.waitForURL(/\/aleris\/restatements#r-/);
}

test("a newer version of a factor is taken over by a published year only after every figure was shown", async ({
  page,
}) => {
  test.slow();
  const before = await published();
  await signIn(page, people.controller);
  await speak(page, "en");
  const factor = `${running.origin}/aleris/factors/electricity-location`;
  await page.goto(factor);
  await page.getByLabel("Valid from reporting year").fill("2022");
  await page.getByLabel(/^Value/).fill("0.2");
  await page.getByLabel(/^Source/).fill("A corrected declaration");
  await page.getByLabel(/^Retrieved/).fill("2026-01-31");
  await page.getByRole("button", { name: "Add the version" }).click();
  await expect(page.getByRole("link", { name: "Restate 2022" })).toBeVisible();
  await page.getByRole("link", { name: "Restate 2022" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Restate the emission factor");
  await page.getByLabel("Reason in English").fill("The declaration was corrected.");
  const changed = await effectOf(page, await nameOfFactor(page));
  await expect(changed.nth(1)).toContainText("Scope 2");
  await expect(changed.nth(1)).toContainText("2022");
  await inspect(page);
  await confirm(page);
  await expect(page.getByText("The declaration was corrected.").first()).toBeVisible();
  expect(await published(), "the published record").toEqual(before);
  await page.goto(`${running.origin}/aleris/kpis/scope2-location?year=2023`);
  await expect(page.getByText("The declaration was corrected.").first()).toBeVisible();
});

const nameOfFactor = async (page: Page) =>
  (await page.getByRole("heading", { level: 1 }).textContent())!
    .replace("Restate the emission factor ", "")
    .replace(" for published years", "");

test("coverage, definition and target of a published year are restated where the figure is", async ({ page }) => {
  test.slow();
  const before = await published();
  await signIn(page, people.controller);
  await speak(page, "en");
  await page.goto(`${running.origin}/aleris/kpis/waste/coverage?year=2022`);
  await page.getByRole("link", { name: "Restate the coverage of 2022" }).click();
  const ticked = page.getByRole("group", { name: "Units the figure covers" }).getByRole("checkbox", { checked: true });
  await expect(ticked).toHaveCount(4);
  await ticked.first().uncheck();
  await page.getByLabel("Reason in English").fill("One hospital had weighed nothing.");
  const name = (await page.getByRole("heading", { level: 1 }).textContent())!.replace(
    /^Restate whom | 2022 covers$/g,
    "",
  );
  const covered = await effectOf(page, name);
  await expect(covered.nth(1)).toContainText("København");
  await inspect(page);
  await confirm(page);

  const what = page.getByRole("navigation", { name: "What is restated" });
  await page.goto(`${running.origin}/aleris/restatements/new?kpi=scope1-intensity&year=2022`);
  await what.getByRole("link", { name: "The definition" }).click();
  await page.getByLabel(/^Codes or formula/).fill("scope1, fte");
  await page.getByLabel("Reason in English").fill("Per full-time equivalent.");
  await page.getByRole("button", { name: "Show the effect" }).click();
  await expect(page.getByRole("region", { name: /^Figures that change with/ })).toContainText("2022");
  await inspect(page);
  await confirm(page);

  // An org unit cannot have closed in a published year behind anybody's back; the refusal leads to a restatement.
  await page.goto(`${running.origin}/aleris/setup/org-units/ringsted`);
  await page.getByLabel("Last day").fill("2021-12-31");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Give a day after 31 December 2023");
  await page.getByRole("link", { name: "Restate the unit for published years", exact: true }).click();
  // Both pages have a field for the last day.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Restate Ringsted for published years");
  await page.getByLabel("Last day").fill("2021-12-31");
  await page.getByLabel("Reason in English").fill("It had closed already.");
  const ringsted = await effectOf(page, "Ringsted");
  await expect(ringsted.filter({ hasText: "2023" }).first()).toBeVisible();
  await inspect(page);

  await page.goto(`${running.origin}/aleris/restatements/new?kpi=water&year=2023`);
  await what.getByRole("link", { name: "The target" }).click();
  await inspect(page);
  expect(await published(), "the published record").toEqual(before);
  expect(await rows(`SELECT kind::text FROM "Restatement" ORDER BY at`)).toEqual(
    ["value", "factor", "coverage", "definition"].map((kind) => ({ kind })),
  );
});
