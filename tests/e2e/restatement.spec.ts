import { expect, test } from "./fixtures";
import { people } from "./people";
import { inspect, ownDemo } from "./restating";

const { at, signIn, speak, rows, published } = ownDemo();

test("heat of 2022, from the read-only sheet to the marked column, and the published record stays", async ({
  page,
}) => {
  test.slow();
  const before = await published();
  await signIn(page, people.controller);
  await speak(page, "da");
  await page.goto(at("/aleris/entry/2022/aleris"));
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
      await page.goto(at(`/aleris/${path}`));
      const column = page.getByRole("columnheader", { name: new RegExp(`^2022.*${mark}`) });
      await expect(column.first(), path).toBeVisible();
      await expect(page.getByText(reason).first(), path).toBeVisible();
    }
    await page.goto(at("/aleris/dashboard/2022"));
    await expect(page.getByText(reason).first()).toBeVisible();
  }
  const csv = await (await page.request.get(at("/aleris/reports/2023/export/csv?lang=en"))).text();
  const [head, ...lines] = csv.trim().split("\r\n");
  expect(head!.split(",").slice(-2)).toEqual(["restated_from", "restatement"]);
  const restated = lines.filter((line) => line.includes("The meter in Ringsted was misread."));
  expect(restated.some((line) => /,heating,.*,2022,/.test(line))).toBe(true);
  expect(restated.every((line) => line.includes(",2022,"))).toBe(true);
});

test("the list is narrowed by publications, year and KPI, and downloaded", async ({ page }) => {
  await signIn(page, people.auditor);
  await speak(page, "en");
  const list = at("/aleris/restatements");
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
  await page.goto(at("/aleris/restatements"));
  await page.getByRole("link", { name: "forklar den i rapporten for 2024" }).click();
  await page.waitForURL(/reports\/2024\/edit#restatements/);
  const form = page.getByRole("form", { name: /^Varme 2022/ });
  await form.getByLabel("Tekst, dansk").fill("Varmen i Ringsted talte en måned med to gange.");
  await form.getByLabel("Tekst, engelsk").fill("Heat in Ringsted counted a month twice.");
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form.getByRole("status")).toContainText(/Gemt kl\./);
  await page.goto(at("/aleris/restatements"));
  await expect(page.getByText("Forklaret i rapporten")).toBeVisible();
  await page.goto(at("/aleris/reports/2024"));
  await expect(page.getByText("Varmen i Ringsted talte en måned med to gange.").first()).toBeVisible();
});

test("a calculated figure leads to what it is calculated from, and an open year to data entry", async ({ page }) => {
  await signIn(page, people.admin);
  await speak(page, "en");
  await page.goto(at("/aleris/kpis/heating-intensity?year=2022"));
  await page.getByRole("link", { name: "Restate 2022" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is calculated from other figures" })).toBeVisible();
  await page.getByRole("link", { name: "heating", exact: true }).click();
  await expect(page.getByLabel(/^New figure/)).toBeVisible();
  await page.goto(at("/aleris/restatements/new?kpi=heating&year=2024"));
  await expect(page.getByRole("link", { name: "Change it in data entry" })).toBeVisible();
  await expect(page.getByLabel(/^New figure/)).toHaveCount(0);
});
