import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { readPdf } from "./report-pdf";

test.use({ as: "auditor" });

/** Draws a sample by its seed, so that tests side by side each find their own. */
async function draw(page: Page, fill: () => Promise<void>): Promise<void> {
  await page.goto("/aleris/assurance/2024");
  await page.getByText("Træk en stikprøve", { exact: true }).click();
  await fill();
  await page.getByRole("button", { name: "Træk stikprøven" }).click();
}

test("an auditor draws a sample that anybody can draw again, and changes no figure", async ({ page }) => {
  const seed = `prøve ${test.info().workerIndex} ${Date.now()}`.replace("ø", "o");
  const twice = async () => {
    await draw(page, async () => {
      await page.getByLabel("Antal").fill("4");
      await page.getByRole("textbox", { name: "Frø" }).fill(seed);
    });
    await expect(page.getByText("Stikprøven er trukket.")).toBeVisible();
  };
  await twice();
  await twice();
  const samples = page.locator("section", { hasText: `Frø ${seed}` });
  await expect(samples).toHaveCount(2);
  const rowsOf = (at: number) => samples.nth(at).getByRole("rowheader").allInnerTexts();
  expect(await rowsOf(0)).toHaveLength(4);
  expect(await rowsOf(1)).toEqual(await rowsOf(0));
  await expectAccessible(page);
  await page.goto("/aleris/entry/2024/aalborg");
  await expect(page.locator("[data-place] input, [role=gridcell][aria-readonly=false]")).toHaveCount(0);
});

test("from a sampled value to its evidence, lineage, approver and history; a question answered, and a conclusion", async ({
  page,
  pageAs,
}) => {
  await draw(page, async () => {
    await page.getByRole("radio", { name: /^Udvalgt/ }).check();
    await page.getByLabel("Udvalgte værdier").fill("nowhere/electricity");
  });
  await expect(page.locator(".error-summary")).toContainText("nowhere/electricity har ingen værdi det år");
  await page.getByLabel("Udvalgte værdier").fill("koebenhavn/electricity");
  await page.getByRole("button", { name: "Træk stikprøven" }).click();
  await expect(page.getByText("Stikprøven er trukket.")).toBeVisible();
  const byHand = page.locator("section", { hasText: "Udvalgte værdier" }).first();
  await byHand.getByRole("link", { name: "Strøm" }).click();
  await expect(page).toHaveURL(/\/assurance\/2024\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("København 2024");
  // Once beside the value, once in its lineage.
  await expect(page.getByRole("link", { name: "Eksempel - årsopgørelse el 2024.pdf" })).toHaveCount(2);
  await expect(page.getByText(/^SHA-256 [0-9a-f]{64}$/).first()).toBeVisible();
  for (const part of ["Bilag", "Godkendelse", "Hvordan tallet blev til", "Historik", "Revisionens forløb"])
    await expect(page.getByRole("heading", { level: 2, name: part })).toBeVisible();
  const note = page.getByRole("combobox", { name: "Hvad" });
  const text = page.locator("#note-text");
  await text.fill("Ser pæn ud.");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Note (kun for revisorer)")).toBeVisible();
  await note.selectOption({ label: "Bed om mere dokumentation" });
  await text.fill("Send venligst målerens kalibrering.");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Bad om mere dokumentation")).toBeVisible();
  await expectAccessible(page);

  const controller = await pageAs("controller");
  await controller.goto("/aleris/requests?year=2024");
  await expect(controller.getByText(/^Revisoren venter på svar om \d+ værdier? for 2024\./)).toBeVisible();
  await controller.goto(page.url());
  await expect(controller.getByText("Send venligst målerens kalibrering.")).toBeVisible();
  await expect(controller.getByText("Ser pæn ud.")).toHaveCount(0);
  await controller.locator("#answer-text").fill("Den er vedhæftet.");
  await controller.getByRole("button", { name: "Svar revisoren" }).click();
  await expect(controller.getByText("Den er vedhæftet.")).toBeVisible();
  await expect(controller.getByRole("button", { name: "Svar revisoren" })).toHaveCount(0);

  await page.reload();
  await page.getByRole("combobox", { name: "Konklusion" }).selectOption({ label: "underbygget" });
  await page.locator("#conclude-text").fill("Stemmer med årsopgørelsen.");
  await page.getByRole("button", { name: "Konkludér" }).click();
  await expect(page.getByText("Konklusion: underbygget")).toBeVisible();
});

test("the package is whole, is verified without the system, and that it was taken stands in its own trail", async ({
  page,
}) => {
  const answer = await page.request.get("/aleris/assurance/2024/package");
  expect(answer.headers()["content-type"]).toBe("application/zip");
  const home = await mkdtemp(join(tmpdir(), "package-"));
  try {
    const path = join(home, "aleris.zip");
    await writeFile(path, await answer.body());
    const args = ["--import", "tsx", "lib/operation/assurance-verify.ts", path];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toMatch(/^Aleris Danmark 2024, made .*: \d+ files, 0 faults$/m);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  await page.goto("/aleris/audit?room=export");
  await expect(page.getByText("Revisionspakke hentet").first()).toBeVisible();
});

test("every export leaves its line in the trail, and so does signing in", async ({ page }) => {
  for (const [path, act] of [
    ["/aleris/reports/2023/export/csv", "Tal hentet som CSV"],
    ["/aleris/reports/2023/export/json", "Tal hentet som JSON"],
    ["/aleris/reports/2023/export/xlsx", "Tal hentet som Excel"],
    ["/aleris/restatements/csv", "Korrektioner hentet som CSV"],
    ["/aleris/audit/csv?room=demo", "Revisionsspor hentet som CSV"],
    ["/aleris/audit/chain", "Hele kæden hentet"],
    // A route that notes nothing itself: the guard does.
    ["/aleris/figures/scope2-location/2023/drivers/csv", "Fil hentet"],
  ] as const) {
    expect((await page.request.get(path)).status(), path).toBe(200);
    await page.goto("/aleris/audit?room=export");
    await expect(page.getByText(act).first(), path).toBeVisible();
  }
  await page.goto("/aleris/audit?room=session");
  await expect(page.getByText("Logget ind").first()).toBeVisible();
});

test("from a figure printed in a draft's PDF to its evidence in two clicks; the cover says what is not approved", async ({
  page,
  baseURL,
}) => {
  test.slow();
  const answer = await page.request.get("/aleris/reports/2024/export/pdf?lang=da", { timeout: 90_000 });
  const { links, pages } = await readPdf(await answer.body());
  expect(pages[0]!.text.replace(/\s+/g, " ")).toMatch(/Udkast: \d+ tal for 2024 er ikke godkendt endnu/);
  // The first click is on the figure in the PDF.
  const printed = links.find((link) => link === `${baseURL}/aleris/figures/electricity/2024`);
  await page.goto(printed!);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2024");
  const evidence = page.getByRole("link", { name: "Eksempel - årsopgørelse el 2024.pdf" }).first();
  const [file] = await Promise.all([page.waitForEvent("download"), evidence.click()]);
  expect(file.suggestedFilename()).toBe("Eksempel - årsopgørelse el 2024.pdf");
});

test("every printed figure of the PDF leads to its lineage", async ({ page, baseURL }) => {
  test.slow();
  const answer = await page.request.get("/aleris/reports/2023/export/pdf?lang=da", { timeout: 90_000 });
  const { links } = await readPdf(await answer.body());
  const figures = links.filter((link) => link.startsWith(`${baseURL}/aleris/figures/`));
  expect(new Set(figures).size).toBeGreaterThan(150);
  const [electricity] = figures.filter((link) => link.endsWith("/electricity/2023"));
  await page.goto(electricity!);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2023");
  await page.goto("/aleris/audit?room=export");
  await expect(page.getByText("Rapport hentet som PDF").first()).toBeVisible();
});
