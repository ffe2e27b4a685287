import { factsOf } from "./demo-facts";
import { expect, expectAccessible, test } from "./fixtures";
import { ask, test as wire } from "./wire";
import { settled } from "./pages";

const dashboard = "/aleris/dashboard/2023";
const figure = "/aleris/figures/scope2-location-intensity/2023";

test.describe("the lineage of a figure", () => {
  test.use({ as: "controller" });

  test("opens beside the page with one click, and goes with Esc to where it came from", async ({ page }) => {
    await page.goto(dashboard);
    const link = page.locator(`.k-table a[href="${figure}"]`);
    await link.click();
    const panel = page.getByRole("dialog", { name: "Sammenlignelighed" });
    await expect(panel.getByRole("heading", { name: "Sådan blev 0,63 til" })).toBeVisible();
    await expect(panel.locator(".calc")).toContainText("÷ 1.143 mio. kr.");
    await expect(page).toHaveURL(dashboard);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(link).toBeFocused();
  });

  test("opens with one keystroke on the focused figure, and leads on to its inputs in the same place", async ({
    page,
  }) => {
    await page.goto(dashboard);
    await page.locator(`.k-table a[href="${figure}"]`).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog");
    await panel.getByRole("link", { name: "Omsætning 2023" }).click();
    await expect(panel.getByRole("heading", { name: "Sådan blev 1.143 til" })).toBeVisible();
    await expect(panel).toContainText(/Indtastet 05\.03\.2024 10\.20 af /);
    await panel.getByRole("button", { name: "Luk" }).click();
    await expect(page.locator(`.k-table a[href="${figure}"]`)).toBeFocused();
  });

  for (const place of ["/aleris/kpis/enps?year=2024", "/aleris/kpis?year=2023", "/aleris/reports/2023"]) {
    test(`opens from ${place} too`, async ({ page }) => {
      await page.goto(place);
      await settled(page);
      await page.locator("main a[data-figure]").first().click();
      await expect(page.getByRole("dialog").locator("[data-lineage] h3").first()).toBeVisible();
    });
  }

  test("has an address of its own, where a new window shows the same", async ({ page }) => {
    await page.goto(dashboard);
    await page.locator(`.k-table a[href="${figure}"]`).click();
    await page.getByRole("dialog").getByRole("link", { name: "Åbn som side" }).click();
    await expect(page).toHaveURL(figure);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("2023");
    await expect(page.getByRole("heading", { name: "Kan 2023 sammenlignes med 2022?" })).toBeVisible();
    await expect(page.locator(".cmp")).toContainText("Varmen er forbruget i 2022.");
  });

  test("prints on its own, nothing wider than the paper, the rail left away", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 642, height: 900 });
    await page.goto("/aleris/figures/enps/2024");
    const wide = await page
      .locator(".lineage *")
      .evaluateAll((all) => all.filter((part) => part.getBoundingClientRect().right > 643).length);
    expect(wide).toBe(0);
    await expect(page.locator(".rail")).toBeHidden();
    await expect(page.locator(".li-list").first()).toBeVisible();
  });

  for (const [width, scheme, locale] of [
    [1280, "dark", "en"],
    [320, "light", "da"],
  ] as const) {
    test(`can be read at ${width} px, ${scheme}, ${locale}`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: "locale", value: locale, url: baseURL! }]);
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("/aleris/figures/enps/2024");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ as: "controller", javaScriptEnabled: false });

  test("a figure is a link to its lineage", async ({ page }) => {
    await page.goto(dashboard);
    await page.locator(`.k-table a[href="${figure}"]`).click();
    await expect(page).toHaveURL(figure);
    await expect(page.locator(".calc")).toBeVisible();
  });
});

test.describe("figures of few people", () => {
  test.use({ as: "manager" });

  test("are hidden from who only reads them, at the KPI and in its lineage", async ({ page }) => {
    await page.goto("/aleris/kpis/injuries?year=2024");
    const ringsted = page.locator(".units-table tr", { hasText: "Ringsted" }).getByRole("link");
    await expect(ringsted).toHaveText("skjult");
    await page.goto("/aleris/figures/injuries/2024");
    await expect(page.locator(".li-list")).toContainText(["skjult"]);
    await page.goto("/aleris/figures/injury-count/2024?unit=ringsted");
    await expect(page.getByRole("heading", { name: "Tallet er skjult" })).toBeVisible();
    await expect(page.locator(".calc, .who, .li-list")).toHaveCount(0);
  });

  test("are shown to who answers for them", async ({ pageAs }) => {
    const page = await pageAs("controller");
    await page.goto("/aleris/kpis/injuries?year=2024");
    await expect(page.locator(".units-table")).not.toContainText("skjult");
  });
});

wire(
  "every figure of the five printed years leads to its entered values or says why there are none",
  async ({ requestAs }) => {
    wire.slow();
    const request = await requestAs("auditor");
    const { kpis } = await factsOf("aleris");
    const list = (await ask(request, "/aleris/dashboard/2023")).body;
    const shown = kpis.filter(({ code }) => list.includes(`/aleris/figures/${code}/2023"`));
    expect(shown).toHaveLength(43);
    const without: string[] = [];
    for (const { code } of shown)
      for (const year of [2019, 2020, 2021, 2022, 2023]) {
        const { status, body } = await ask(request, `/aleris/figures/${code}/${year}`);
        const isTold = /data-made="entered"/.test(body) && / af [^<]+ved indlæsning af demoen, udgave \d/.test(body);
        const isMissing = body.includes("Hvorfor der ikke er et tal");
        if (status !== 200 || !(isTold || isMissing)) without.push(`${code} ${year}: ${status}`);
      }
    expect(without).toEqual([]);
  },
);
