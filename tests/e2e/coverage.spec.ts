import { expect, test } from "./wire";

test.use({ as: "controller" });

test("coverage is stated by number and full-time equivalents, with who is in and who is not", async ({ page }) => {
  await page.goto("/aleris/kpis/electricity?year=2024");
  const definition = page.locator(".def");
  await expect(definition).toContainText(/\d af 8 enheder, \d+ %\./);
  // The demo's hospital without full-time equivalents leaves the share unknown, and that is said.
  await expect(definition).toContainText("Fuldtidsstillingerne er ikke kendt for hver enhed i 2024");
  await expect(definition.getByRole("list", { name: "Ikke dækket" })).toContainText(/Herning|Aleris PP/);
  await page.goto("/aleris/kpis/waste/coverage?year=2023");
  await expect(page.locator("main")).toContainText(
    /4 af 8 enheder, 50 %\.\s+69 % af fuldtidsstillingerne \(eksempel\)/,
  );
  await expect(page.getByRole("list", { name: "Ikke dækket" }).getByRole("listitem")).toHaveCount(4);
  await expect(page.locator("main")).toContainText("2023 er afsluttet");
  await expect(page.getByRole("button", { name: "Gem dækning" })).toHaveCount(0);
});

test("years of different coverage are compared over the org units both have", async ({ page }) => {
  await page.goto("/aleris/dashboard/2024");
  const row = page.locator(".k-table tr").filter({ has: page.getByRole("link", { name: "Strøm", exact: true }) });
  await expect(row).toContainText(/anden dækning/);
  await expect(row).toContainText(/for de \d enheder, som begge år har: (uændret|[+−]\d+ %)/);
  await page.getByRole("link", { name: /dækker andre enheder end året før/ }).click();
  await expect(page).toHaveURL(/vis=coverageChanged/);
  await expect(page.locator(".k-table tbody tr:not(.gh)").first()).toContainText("anden dækning");
});

test.describe("a figure entered for the organisation itself", () => {
  // Which of two figures counts decides whose coverage is shown: both are tried on the same one, one after the other.
  test.describe.configure({ mode: "serial" });

  test("an entered figure and the consolidated one stand side by side, and which counts is chosen", async ({
    page,
  }) => {
    await page.goto("/aleris/kpis/fte?year=2024");
    const both = page.getByRole("table").filter({ hasText: "Samlet fra enhederne" });
    await expect(both).toContainText(/781/);
    await expect(both).toContainText(/Det indtastede/);
    await page.goto("/aleris/entry/2024/aleris");
    await expect(page.getByRole("row").filter({ hasText: "Fuldtidsarbejdsstyrke" })).toContainText(
      /Enhederne: \d+ \(\d af 8 enheder\)\. Det indtastede tæller\./,
    );
    await page.goto("/aleris/kpis/fte/coverage?year=2024");
    await page.getByRole("radio", { name: "Det samlede" }).check();
    await page.getByRole("button", { name: "Gem valg" }).click();
    await expect(both).toContainText("Det samlede");
    await expect(both).toContainText("781");
    await page.getByRole("radio", { name: "Det indtastede" }).check();
    await page.getByRole("button", { name: "Gem valg" }).click();
    await expect(both.getByRole("row").nth(1)).toContainText("Det indtastede");
  });

  test("the controller says which org units an entered figure covers", async ({ page }) => {
    await page.goto("/aleris/kpis/fte/coverage?year=2024");
    await page.getByRole("checkbox", { name: "Herning" }).uncheck();
    await page.getByRole("button", { name: "Gem dækning" }).click();
    await expect(page.getByRole("list", { name: "Ikke dækket" })).toContainText("Herning");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("button", { name: "Gem dækning" }).click();
    await expect(page.locator(".error-summary")).toContainText("Vælg mindst én enhed");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "Gem dækning" }).click();
    await expect(page.getByRole("list", { name: "Ikke dækket" })).toHaveCount(0);
  });
});

test("a break is marked with its reason, drawn, never bridged by a percentage, and taken away again", async ({
  page,
}) => {
  await page.goto("/aleris/kpis/turnover/coverage?year=2022");
  await page.getByRole("radio", { name: /^Ny metode/ }).check();
  await page.getByRole("button", { name: "Gem brud" }).click();
  await expect(page.locator(".error-summary")).toContainText("Skriv, hvad der er ændret");
  await page.getByLabel("Hvad er ændret? På dansk").fill("Timelønnede tæller med.");
  await page.getByLabel("Hvad er ændret? På engelsk").fill("Hourly paid staff are included.");
  await page.getByRole("button", { name: "Gem brud" }).click();
  await expect(page.locator("main")).toContainText("Brud 2022, ny metode: Timelønnede tæller med.");
  await page.goto("/aleris/kpis/turnover?year=2022");
  await expect(page.locator(".series-break")).toHaveText(["ny metode"]);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("opgjort på en anden måde end før");
  await expect(page.locator(".facts")).toContainText("ny metode i 2022");
  await expect(page.locator(".facts")).not.toContainText(/siden 2021.*%/i);
  await page.goto("/aleris/kpis/turnover/coverage?year=2022");
  await page.getByRole("button", { name: "Fjern bruddet i 2022" }).click();
  await expect(page.locator("main")).toContainText("Serien er ikke brudt.");
});

test("the series that replaced another is parted in chart and table", async ({ page }) => {
  await page.goto("/aleris/kpis/cnps?year=2023");
  await expect(page.locator(".series-break").first()).toHaveText("ny serie");
  await expect(page.locator("td.broken")).toHaveCount(1);
  await page.goto("/aleris/reports/2023");
  await expect(page.locator("table.app tr", { hasText: "cNPS" }).locator("td.broken")).toHaveCount(1);
  await expect(page.locator(".key").filter({ hasText: "Brud 2023, ny serie" })).toContainText("fire punkter");
});

test("estimates are listed for replacement, with what earlier ones turned out to be", async ({ page, baseURL }) => {
  await page.goto("/aleris/entry/2024");
  await page.getByRole("link", { name: /skøn venter på det rigtige tal/ }).click();
  const open = page.getByRole("table").first();
  const heat = open.getByRole("row").filter({ hasText: "IN-LAB" });
  await expect(heat).toContainText("Eksempel: forbruget i 2023.");
  await expect(heat).toContainText(/\d+ %/);
  const settled = page.getByRole("table").nth(1).getByRole("row").filter({ hasText: "Ringsted" });
  await expect(settled).toContainText(/10\.02\.2025/);
  await expect(settled).toContainText(/\+\d.*%/);
  await page.context().addCookies([{ name: "locale", value: "en", url: baseURL! }]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Estimates");
  await page.goto("/aleris/kpis/heating?year=2024");
  await expect(page.getByRole("heading", { name: "Estimates and the real figure" })).toBeVisible();
});

test("whoever may not change it sees it all, without the forms", async ({ pageAs }) => {
  const manager = await pageAs("manager");
  await manager.goto("/aleris/kpis/fte/coverage?year=2024");
  await expect(manager.getByRole("table").filter({ hasText: "Samlet fra enhederne" })).toBeVisible();
  await expect(manager.locator("main form")).toHaveCount(0);
});

for (const locale of ["da", "en"] as const)
  for (const width of [1440, 390])
    test(`nothing is wider than the page, and every word is there: ${locale}, ${width}`, async ({ page, baseURL }) => {
      await page.context().addCookies([{ name: "locale", value: locale, url: baseURL! }]);
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["/aleris/kpis/fte/coverage?year=2024", "/aleris/estimates", "/aleris/dashboard/2024"]) {
        await page.goto(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
        await expect(page.locator("main")).not.toContainText(/NaN|undefined|null|\bcomparability\.|\bestimate\.[a-z]/);
      }
    });
