import { cell, message, sheet } from "./entry-sheet";
import { expect, expectAccessible, test } from "./fixtures";

test.describe("two people", () => {
  test.use({ as: "contributor" });

  test("on one cell: the second is told, sees both figures, and chooses", async ({ page, pageAs }) => {
    const controller = await pageAs("controller");
    await Promise.all([sheet(page, "aalborg"), sheet(controller, "aalborg")]);
    for (const kpi of ["Risikoaffald", "Affald i alt"]) {
      await cell(controller, kpi).click();
      await controller.keyboard.type("7,29");
      await controller.keyboard.press("Enter");
      await expect(cell(controller, kpi, "status")).toHaveAccessibleName(/Gemt|Spørgsmål/);
      await cell(page, kpi).click();
      await page.keyboard.type("7,92");
      await page.keyboard.press("Enter");
      const told = message(page, /Controller gemte 7,29 kl\. \d\d\.\d\d, mens du skrev 7,92\. Hvilket tal gælder\?/);
      await expect(told).toBeVisible();
      await expect(cell(page, kpi)).toHaveText("7,92");
      const mine = kpi === "Risikoaffald";
      await told.getByRole("button", { name: mine ? "Gem mit: 7,92" : "Brug 7,29" }).click();
      await expect(cell(page, kpi)).toHaveText(mine ? "7,92" : "7,29");
      await expect(cell(page, kpi, "status")).toHaveAccessibleName(/Gemt|Spørgsmål/);
      await controller.reload();
      await expect(cell(controller, kpi)).toHaveText(mine ? "7,92" : "7,29");
    }
  });
});

test.describe("a contributor", () => {
  test.use({ as: "contributor" });

  test("sees the own org units and no others", async ({ page }) => {
    await page.goto("/aleris/entry");
    await expect(page).toHaveURL(/\/aleris\/entry\/2024$/);
    await expect(page.getByRole("rowheader")).toHaveText([/^København/, /^Aalborg/]);
    await expectAccessible(page);
    for (const other of [
      "/aleris/entry/2024/esbjerg",
      "/aleris/entry/2024/aleris",
      "/aleris/entry/2024/nowhere",
      "/region-midtjylland/entry/2024",
    ])
      expect((await page.request.get(other)).status()).toBe(404);
  });

  test("cannot save for another's org unit by sending its id", async ({ page, pageAs, complaints }) => {
    const controller = await pageAs("controller");
    await sheet(controller, "esbjerg");
    const before = await cell(controller, "Varme").innerText();
    const foreign = /\\?"orgUnit\\?":\{\\?"id\\?":\\?"([0-9a-f-]{36})/.exec(await controller.content())![1]!;
    await sheet(page, "koebenhavn");
    await page.route("**/*", async (route) => {
      const body = route.request().postData();
      if (!body?.includes("orgUnitId")) return route.continue();
      return route.continue({ postData: body.replace(/("orgUnitId":")[0-9a-f-]{36}/, `$1${foreign}`) });
    });
    await cell(page, "Varme").click();
    await page.keyboard.type("1.090");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "serveren tog ikke imod det" })).toBeVisible();
    await controller.reload();
    await expect(cell(controller, "Varme")).toHaveText(before);
    expect(complaints.splice(0)).toEqual([expect.stringMatching(/ 404 .*\/entry\/values\)$/)]);
  });

  test("keeps what was typed while the connection is gone, and it is sent when it is back", async ({
    page,
    context,
    complaints,
  }) => {
    await sheet(page, "koebenhavn");
    await context.setOffline(true);
    await cell(page, "Kritikere (0–6)").click();
    await page.keyboard.type("58");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Ikke gemt, prøver igen" })).toBeVisible();
    await expect(cell(page, "Kritikere (0–6)", "status")).toHaveAccessibleName(/Ikke gemt endnu/);
    await context.setOffline(false);
    await expect(cell(page, "Kritikere (0–6)", "status")).toHaveAccessibleName(/Gemt/);
    // The browser says aloud that it was offline.
    complaints.splice(0);
  });

  test("on a phone, or at 400 %: one KPI at a time, with what it is read as; nothing wider than the page", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/aleris/entry/2024/aalborg");
    await expect(page.getByRole("heading", { level: 2, name: "Ansatte mænd" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("combobox", { name: "Vælg nøgletal" }).selectOption({ label: "Vand" });
    await expect(page.getByRole("heading", { level: 2, name: /^Vand/ })).toBeVisible();
    const figure = page.getByRole("textbox", { name: /^Tal for 2024/ });
    const before = await figure.inputValue();
    await figure.fill("2400,5");
    await expect(page.getByText("Læst som 2.400,5 m³")).toBeVisible();
    await page.getByRole("textbox", { name: "Kilde" }).fill("Måler");
    await page.getByRole("button", { name: "Næste" }).click();
    await expect(page.getByRole("heading", { level: 2, name: /^Vand/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Forrige" }).click();
    await expect(figure).toHaveValue("2.400,5");
    await expect(page.getByRole("status").filter({ hasText: /Gemt kl\. \d\d\.\d\d/ })).toBeVisible();
    await figure.fill("1.2.3");
    await figure.blur();
    await expect(page.getByRole("alert").filter({ hasText: "forkert sted" })).toBeVisible();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await expectAccessible(page);
    await figure.fill(before);
    await figure.blur();
    await expect(page.getByRole("alert").filter({ hasText: "forkert sted" })).toHaveCount(0);
    // The figure that was there is back before the page goes: others count on it.
    await expect(page.getByRole("status").filter({ hasText: /Gemt kl\. \d\d\.\d\d/ })).toBeVisible();
  });
});

test.describe("an auditor", () => {
  test.use({ as: "auditor" });
  test("reads every sheet and changes none", async ({ page }) => {
    await sheet(page, "esbjerg");
    // Said above the sheet, and of the cell in hand below it.
    await expect(page.locator(".entry-lead")).toContainText("Du kan læse tallene, men ikke ændre dem.");
    await cell(page, "Ansatte mænd").click();
    await page.keyboard.type("5");
    await expect(page.getByRole("textbox")).toHaveCount(0);
  });

  test("reads remarks in the own language, where they were written in both", async ({ page }) => {
    await sheet(page, "aleris-pp");
    const grid = page.locator("table[role=grid]");
    await expect(grid.getByText("Eksempel: årsopgørelsen ventes 28.02.2025.")).toBeVisible();
    await expect(grid).not.toContainText("yearly statement");
    await page.context().addCookies([{ name: "locale", value: "en", url: new URL("/", page.url()).href }]);
    await sheet(page, "aleris-pp");
    await expect(grid.getByText("Example: the yearly statement is expected on 28.02.2025.")).toBeVisible();
    await expect(grid).not.toContainText("årsopgørelsen");
  });
});

test("a manager reads the sheet of a small org unit without what tells of few people; whoever answers for it with it", async ({
  pageAs,
}) => {
  for (const [person, hidden] of [
    ["manager", true],
    ["auditor", false],
  ] as const) {
    const page = await pageAs(person);
    await sheet(page, "ringsted");
    const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Arbejdsulykker", exact: true }) });
    await expect(row).toBeVisible();
    const hidings = row.getByText("skjult");
    if (hidden) await expect(hidings.first()).toBeVisible();
    else await expect(hidings).toHaveCount(0);
    await expect(cell(page, "Vand")).toHaveText(/\d/);
  }
});
