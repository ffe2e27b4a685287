import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { examplePdf } from "../../prisma/demo/example-files";
import { demoRows } from "./demo-facts";
import { expectAccessible } from "./fixtures";
import { expect, test } from "./wire";

/** Cells that only this file touches: everybody's tests share the demo. */
const page2024 = (unit: string, code: string) => `/aleris/entry/2024/${unit}/${code}`;
const pdf = examplePdf(["Test"]);

const upload = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel("Vedhæft bilag").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
const attach = (page: Page) => page.getByRole("button", { name: "Vedhæft", exact: true }).click();
const files = (page: Page) => page.locator(".beside-files > li");

test.describe("a contributor", () => {
  // A refused file is answered 422, which the browser notes.
  test.use({ as: "contributor", tolerated: [/status of 422/] });

  test("attaches a file, takes it along unchanged, and withdraws it with a reason", async ({ page }) => {
    await page.goto(page2024("koebenhavn", "water"));
    const before = await files(page).count();
    await upload(page, "måler\u202e 31.12.pdf", pdf);
    await page.getByLabel("Hvad viser bilaget?").fill("<script>alert(1)</script> & =1+1");
    await attach(page);
    await expect(page.getByText("måler 31.12.pdf er vedhæftet.")).toBeVisible();
    await expect(files(page)).toHaveCount(before + 1);
    const file = files(page).filter({ hasText: "måler 31.12.pdf" });
    await expect(file).toContainText("<script>alert(1)</script> & =1+1");
    await expect(file).toContainText("PDF, 1 kB · Bidragyder");

    const [download] = await Promise.all([page.waitForEvent("download"), file.getByRole("link").click()]);
    expect(download.suggestedFilename()).toBe("måler 31.12.pdf");
    expect((await readFile(await download.path())).equals(pdf)).toBe(true);

    await upload(page, "igen.pdf", pdf);
    await attach(page);
    await expect(page.getByText("Den samme fil er allerede bilag til tallet.")).toBeVisible();

    await file.locator("summary").click();
    await file.getByRole("button", { name: "Træk tilbage" }).click();
    await expect(file.getByText("Skriv, hvorfor bilaget trækkes tilbage.").first()).toBeVisible();
    await file.getByLabel("Hvorfor trækkes bilaget tilbage?").fill("Forkert år");
    await file.getByRole("button", { name: "Træk tilbage" }).click();
    await expect(file).toContainText(/Trukket tilbage af Bidragyder .*: Forkert år/);
    // The button went with the act: the keys are heard where it was.
    await expect(page.getByRole("heading", { name: /^Bilag/ })).toBeFocused();
    // What was done is there for the next visit too.
    await page.reload();
    await expect(files(page).filter({ hasText: "Forkert år" })).toHaveCount(1);
  });

  test("is told what to do with a file that is not kept, and nothing is kept of it", async ({ page }) => {
    await page.goto(page2024("koebenhavn", "heating"));
    const before = await files(page).count();
    const html = Buffer.from("<!doctype html><script>alert(1)</script>");
    for (const [name, bytes, told] of [
      ["faktura.pdf", html, /ikke det, dens navn siger/],
      ["tegning.svg", html, /Gem filen som PDF eller PNG/],
      ["side.html", html, /Gem filen som PDF eller PNG/],
      ["program.exe", Buffer.from("MZ"), /Gem eller udskriv andre filer som PDF/],
      ["ark.xlsm", Buffer.from("PK"), /uden makroer/],
      ["tom.pdf", Buffer.alloc(0), /Filen er tom/],
      ["stor.pdf", Buffer.alloc(10_000_001, 0x20), /mere end 10 MB/],
    ] as const) {
      await upload(page, name, bytes);
      await attach(page);
      await expect(page.locator("#evidence-file-error"), name).toHaveText(told);
      await expect(page.getByLabel("Vedhæft bilag")).toHaveAttribute("aria-invalid", "true");
    }
    await expectAccessible(page);
    await page.reload();
    await expect(files(page)).toHaveCount(before);
  });

  test("discusses a value with the controller, who resolves it; somebody in between is not talked over", async ({
    page,
    pageAs,
  }) => {
    const path = page2024("koebenhavn", "fte");
    await page.goto(path);
    await page.getByRole("button", { name: "Begynd en drøftelse" }).click();
    await expect(page.getByText("Skriv, hvad du vil sige.").first()).toBeVisible();
    const text = "Er vikarerne med?\n<img src=x onerror=alert(1)>";
    await page.getByLabel("Hvad skal drøftes?").fill(text);
    await page.getByRole("button", { name: "Begynd en drøftelse" }).click();
    const thread = page.getByRole("article").filter({ hasText: "Er vikarerne med?" });
    await expect(thread).toContainText("<img src=x onerror=alert(1)>");
    await expect(thread).toContainText("Åben");
    await expect(page.getByRole("heading", { name: /Drøftelser 1 åben drøftelse/ })).toBeVisible();

    const controller = await pageAs("controller");
    await controller.goto(path);
    const theirs = controller.getByRole("article").filter({ hasText: "Er vikarerne med?" });
    await thread.getByLabel(/^Svar/).fill("Jeg fandt svaret selv.");
    await thread.getByRole("button", { name: "Send" }).click();
    await expect(thread).toContainText("Jeg fandt svaret selv.");
    await theirs.getByLabel(/^Svar/).fill("Ja, de er med.");
    await theirs.getByRole("button", { name: "Afslut" }).click();
    await expect(theirs.getByRole("alert")).toContainText("Nogen har skrevet, siden du læste.");
    await expect(theirs.getByLabel(/^Svar/)).toHaveValue("Ja, de er med.");
    await controller.reload();
    await theirs.getByLabel(/^Svar/).fill("Ja, de er med.");
    await theirs.getByRole("button", { name: "Afslut" }).click();
    await expect(controller.getByText("1 afsluttet drøftelse")).toBeVisible();

    await page.reload();
    await page.getByText("1 afsluttet drøftelse").click();
    await expect(thread).toContainText("Controller afsluttede drøftelsen");
    await thread.getByRole("button", { name: "Genåbn" }).click();
    await expect(thread).toContainText("Bidragyder genåbnede drøftelsen");
  });

  test("enters, is refused in words, and brings an earlier revision back; the history keeps all of it", async ({
    page,
  }) => {
    await page.goto(page2024("aalborg", "water"));
    const figure = page.getByLabel("Tal, m³");
    const before = await figure.inputValue();
    const source = await page.getByLabel("Kilde").inputValue();
    const saved = () => expect(page.locator(".entry-saving")).toContainText(/Gemt kl|Alt er gemt/);
    await figure.fill("1,707.5");
    await figure.press("Enter");
    await expect(page.locator("#figure-message")).toContainText("1,707.5");
    await page.getByRole("button", { name: "Fortryd" }).click();
    await expect(figure).toHaveValue(before);
    await figure.fill("1.707,5");
    await figure.press("Enter");
    await saved();
    const history = page.locator("#history .beside-history > li");
    await expect(history.first()).toContainText(`Bidragyder ændrede ${before} m³ til 1.707,5 m³`);
    await expect(page.getByText("læst som 1.707,5 m³")).toBeVisible();
    await page.getByLabel("Kilde").fill("Hovedmåler");
    await page.getByLabel("Kilde").blur();
    await saved();
    await expect(history.first()).toContainText("Kilde: Hovedmåler");

    await page.getByRole("button", { name: `Hent version 1 tilbage: ${before} m³` }).click();
    await expect(history.first()).toContainText(`Bidragyder hentede ${before} m³ tilbage fra version 1`);
    await expect(page.getByRole("heading", { name: "Historik" })).toBeFocused();
    await expect(figure).toHaveValue(before);
    await expect(page.getByLabel("Kilde")).toHaveValue(source);
    await page.reload();
    await expect(figure).toHaveValue(before);
    const versions = await demoRows<{ version: number; restores: number | null; isExample: boolean }>(
      `select r.version, r.restores, r."isExample" from "ValueRevision" r join "Kpi" k on k.id = r."kpiId" join "OrgUnit" u on u.id = r."orgUnitId"
       where k.code = 'water' and u.code = 'aalborg' and r.year = 2024 order by r.version desc`,
    );
    expect(versions[0]).toMatchObject({ restores: 1, isExample: true });
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => versions.length - at));
  });

  test("does all of it with the keyboard alone", async ({ page }) => {
    await page.goto(page2024("aalborg", "heating"));
    const begin = page.getByLabel("Hvad skal drøftes?");
    for (let stops = 0; stops < 60; stops += 1) {
      await page.keyboard.press("Tab");
      if (await begin.evaluate((field) => field === document.activeElement)) break;
    }
    await expect(begin).toBeFocused();
    await page.keyboard.type("Skrevet med tasterne");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const thread = page.getByRole("article").filter({ hasText: "Skrevet med tasterne" });
    await expect(thread).toBeVisible();
    await thread.getByRole("button", { name: "Afslut" }).focus();
    await page.keyboard.press("Space");
    await expect(page.getByText(/afsluttet drøftelse$/)).toBeVisible();
  });

  test("finds the same beside the grid, follows the cell in hand, and undoes there", async ({ page }) => {
    await page.goto("/aleris/entry/2024/aalborg");
    await expect(page.getByRole("grid")).toHaveAttribute("data-ready", "true");
    const row = page.getByRole("row").filter({ hasText: "Strøm" }).first();
    await row.getByRole("gridcell").nth(3).click();
    await page.keyboard.press("Alt+Enter");
    const panel = page.getByRole("complementary", { name: /Strøm/ });
    await expect(panel.getByRole("heading", { name: "Historik" })).toBeVisible();
    await expect(panel).toContainText("Regnet om fra kWh.");
    await panel.getByText("1 afsluttet drøftelse").click();
    await expect(panel).toContainText("Tak, det stemmer med årsopgørelsen.");
    await expectAccessible(page);
    await panel.getByRole("link", { name: "Åbn som side" }).click();
    await expect(page).toHaveURL(page2024("aalborg", "electricity"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Strømforbrug");
  });
});

test.describe("the auditor", () => {
  test.use({ as: "auditor" });
  test("reads everything beside a published value, and finds nothing to change", async ({ page }) => {
    await page.goto("/aleris/entry/2024/aalborg/electricity");
    await expect(page.locator("#history .beside-history > li")).not.toHaveCount(0);
    await page.getByText(/afsluttet drøftelse/).click();
    await expect(page.getByText("Ja, det var kWh. Nu er det regnet om.")).toBeVisible();
    await expect(page.locator("main").getByRole("textbox")).toHaveCount(0);
    await expect(page.locator("main").getByRole("button")).toHaveCount(0);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("Tak, det stemmer med årsopgørelsen.")).toBeVisible();
  });

  test("reads a discussion in the own language, where it was written in both", async ({ page, baseURL }) => {
    await page.context().addCookies([{ name: "locale", value: "en", url: baseURL! }]);
    await page.goto("/aleris/entry/2024/aalborg/electricity");
    await page.getByText(/resolved discussion/).click();
    const thread = page.getByRole("article").filter({ hasText: "Yes, it was kWh. It is converted now." });
    await expect(thread).toBeVisible();
    await expect(thread).not.toContainText("årsopgørelsen");
    await page.goto("/aleris/entry/2024/koebenhavn/electricity");
    await expect(page.getByText("Are the charging points in the car park part of this?")).toBeVisible();
    await expect(page.locator("#discussions")).not.toContainText("ladestander");
  });
});

test.describe("without JavaScript", () => {
  test.use({ as: "contributor", javaScriptEnabled: false });
  test("a file is attached or refused, and a discussion begun, as ordinary forms", async ({ page }) => {
    await page.goto(page2024("aalborg", "fte"));
    await upload(page, "faktura.pdf", Buffer.from("<html>"));
    await attach(page);
    await expect(page.getByText(/ikke det, dens navn siger/)).toBeVisible();
    await upload(page, "uden script.pdf", pdf);
    await attach(page);
    await expect(page).toHaveURL(page2024("aalborg", "fte"));
    await expect(files(page).filter({ hasText: "uden script.pdf" })).toHaveCount(1);
    await page.getByLabel("Hvad skal drøftes?").fill("Uden script");
    await page.getByRole("button", { name: "Begynd en drøftelse" }).click();
    await page.goto(page2024("aalborg", "fte"));
    await expect(page.getByRole("article").filter({ hasText: "Uden script" })).toBeVisible();
  });
});
