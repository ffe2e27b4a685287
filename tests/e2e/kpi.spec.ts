import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { actionNamed } from "./build";
import { demoRows } from "./demo-facts";
import { expectAccessible } from "./fixtures";
import { call, expect, refusalOf, test } from "./wire";

test.use({ as: "controller" });

const page2023 = "/aleris/kpis/scope2-location?year=2023";

async function drawn(page: Page): Promise<void> {
  await expect(page.locator("[data-chart=waiting]")).toHaveCount(0);
}

test("the title states the finding, the facts and the table prove it", async ({ page }) => {
  await page.goto(page2023);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Scope 2, lokationsbaseret, steg 10 % i 2023");
  await expect(page.locator(".lead")).toContainText("719 t mod 652 t i 2022, 67 t mere.");
  await expect(page.locator(".facts")).toContainText(/10 %\s*dårligere/);
  const cells = await page.locator(".y-table .hd td").allTextContents();
  expect(cells.map((cell) => cell.replace(/e? \(.*\)$/, ""))).toEqual(["t", "719", "652", "628", "738", "734"]);
  expect(await page.locator(".y-table .sub td").allTextContents()).toEqual(["", "+10 %", "+4 %", "−15 %", "+1 %", "–"]);
});

test("a calculated KPI shows how, with links to what it is calculated from", async ({ page }) => {
  await page.goto("/aleris/kpis/electricity-intensity?year=2023");
  const formula = page.locator(".def dd").filter({ hasText: "divideret med" });
  await expect(formula).toContainText("Strøm electricity divideret med Omsætning revenue.");
  await formula.getByRole("link", { name: "Omsætning" }).click();
  await expect(page).toHaveURL(/\/kpis\/revenue\?year=2023$/);
  await expect(page.locator(".y-table .hd")).toContainText("1.143");
});

test("a series that replaced another is not compared across the break", async ({ page }) => {
  await page.goto("/aleris/kpis/cnps?year=2023");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Kundetilfredshed, cNPS, er en ny serie: 83 point i 2023",
  );
  await drawn(page);
  // Two series, and not one line between them.
  const both = page.locator(".chart", { hasText: "Fra mNPS til cNPS" });
  await expect(both.locator(".point")).toHaveCount(5);
  await expect(both.locator("path.recharts-curve")).toHaveCount(1);
});

test("charts are drawn after the page, say every figure in words, and move nothing", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(page2023);
  await drawn(page);
  // Typefaces are at hand now: how late they come is the machine's doing, not the charts'.
  await page.reload();
  await drawn(page);
  const main = page.locator(".chart.large");
  await expect(main.getByRole("img")).toHaveAccessibleName(/2019 734, 2020 738, 2021 628, 2022 652, 2023 719 \(skøn\)/);
  await expect(main.locator(".bar")).toHaveCount(5);
  await expect(main.locator(".bar.estimated")).toHaveCount(1);
  await expect(main.locator(".change-text")).toHaveText("+67 t, +10 %");
  expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.01);
});

test("a missing year has no bar, and the word for why", async ({ page }) => {
  await page.goto("/aleris/kpis/enps?year=2023");
  await drawn(page);
  const main = page.locator(".chart.large");
  await expect(main.locator(".bar")).toHaveCount(3);
  await expect(main.locator(".absent")).toHaveText([/ikke\s*målt/, /ikke\s*målt/]);
  await expect(main.locator(".benchmark")).toHaveCount(1);
});

test("a chart is handed out as SVG, PNG and CSV that stand alone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(page2023);
  await drawn(page);
  const main = page.locator(".chart.large");
  await main.locator("summary").click();
  const file = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), main.getByRole("button", { name }).click()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const svg = await file("Figur som SVG");
  expect(svg.name).toBe("scope2-location-bar-2023.svg");
  const text = svg.content.toString("utf8");
  expect(text).toContain("719 t i 2023");
  expect(text).toContain('fill="#FFFFFF"');
  expect(text).toContain("@font-face");
  expect(text).not.toMatch(/var\(--|class="/);
  // Ink of the light theme, although the page is dark.
  expect(text).toContain("rgb(22, 32, 42)");
  const png = await file("Billede som PNG");
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1000);
  const csv = await file("Tal som CSV");
  expect(csv.content.toString("utf8")).toContain("Scope 2, lokationsbaseret (t);734;738;628;652;719");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", "light");
  // Each of them is in the audit trail.
  const noted = await demoRows<{ format: string }>(
    `select e.detail->>'format' as format from "AuditEntry" e join "User" u on u.id = e."actorId"
     where e.action = 'export.chart' and e.detail->>'kpi' = 'scope2-location' and e.detail->>'kind' = 'bar' and e.subject = '2023' and u.email = 'controller@demo.example' order by e.sequence`,
  );
  expect(noted.map(({ format }) => format)).toEqual(["svg", "png", "csv"]);
});

test.describe("a server that is not reached", () => {
  test.use({ tolerated: [/net::ERR_FAILED/] });
  test("a chart that cannot be noted is not handed out, and the menu says so", async ({ page, requestAs }) => {
    await page.goto("/aleris/kpis/water?year=2023");
    await drawn(page);
    const main = page.locator(".chart.large");
    await main.locator("summary").click();
    let downloads = 0;
    page.on("download", () => (downloads += 1));
    await page.route("**/kpis/**", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await main.getByRole("button", { name: "Figur som SVG" }).click();
    await expect(main.getByRole("alert")).toContainText("Figuren blev ikke hentet");
    expect(downloads).toBe(0);
    const taken = { org: "aleris", kpi: "residual-waste", kind: "bar", year: 2023, format: "svg" };
    const answer = await call(await requestAs("controller"), actionNamed("noteTakenChart"), "/aleris/kpis/water", [
      taken,
    ]);
    expect(refusalOf(answer)).toBe("access.notFound");
    expect(
      await demoRows(`select 1 from "AuditEntry" where detail->>'kpi' = 'residual-waste' and action = 'export.chart'`),
    ).toEqual([]);
  });
});

test("history names who entered what, for those who may read it", async ({ page, pageAs }) => {
  await page.goto(page2023);
  await page.locator("#history").getByRole("link", { name: "Fjernvarme i scope 2" }).click();
  await expect(page.locator("#history")).toContainText(/Controller.*2023: 3\.465 MWh \(skøn\)/s);
  const contributor = await pageAs("contributor");
  await contributor.goto(page2023);
  await expect(contributor.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(contributor.locator("#history")).toHaveCount(0);
});

test("figures of the org units stand beside the organisation's, examples marked", async ({ page }) => {
  await page.goto("/aleris/kpis/electricity?year=2024");
  const row = page.locator(".units-table tr").filter({ hasText: "København" });
  await expect(row).toContainText("eksempel");
  await expect(page.locator(".facts")).toContainText(/\d af 8 enheder/);
});

test("the list finds by every word, and shares its search as an address", async ({ page }) => {
  await page.goto("/aleris/kpis?year=2023");
  await page.getByRole("searchbox").fill("scope marked");
  await page.getByRole("button", { name: "Søg" }).click();
  await expect(page).toHaveURL(/year=2023&q=scope\+marked/);
  await expect(page.locator(".list-table tbody tr:not(.gh)")).toHaveCount(2);
  await page.goto("/aleris/kpis?year=2023&q=" + encodeURIComponent("<script>alert(1)</script>"));
  await expect(page.getByText("Intet nøgletal passer på søgningen.")).toBeVisible();
});

test("a KPI that is not there does not exist, nor another organisation's", async ({ page }) => {
  for (const path of [
    "/aleris/kpis/nothing",
    "/aleris/kpis/scope1?year=1999",
    "/aleris/kpis/scope1?year=x",
    "/region-midtjylland/kpis",
    "/region-midtjylland/kpis/electricity?year=2023",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

for (const locale of ["da", "en"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      test(`pages are accessible: ${locale}, ${colorScheme}, ${width}`, async ({ page, baseURL }) => {
        await page.context().addCookies([{ name: "locale", value: locale, url: baseURL! }]);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        for (const path of [page2023, "/aleris/kpis/gender-all?year=2023", "/aleris/kpis?year=2023"]) {
          await page.goto(path);
          await drawn(page);
          await expectAccessible(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
          await expect(page.locator("body")).not.toContainText(/NaN|undefined|Infinity|kpi\.[a-z]/);
        }
      });
    }
  }
}
