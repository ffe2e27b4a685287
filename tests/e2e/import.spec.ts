import { workbook } from "../fixtures/import/workbook";
import { expect, expectAccessible, test } from "./fixtures";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const figures = () =>
  workbook([
    {
      name: "Nøgletal 2024",
      rows: [
        ["ESG-tal"],
        [],
        ["Nøgletal", "Enhed", "Mål 2025", "København", "Aalborg"],
        ["Miljø"],
        ["Strømforbrug", "kWh", 500, 719_500, 700_000],
        ["Vandforbruget", "m³", null, "ca. 100", { error: "#REF!" }],
      ],
    },
  ]);

test.describe("the controller", () => {
  test.use({ as: "controller" });

  test("brings a workbook, sees the difference, imports it, and takes it back", async ({ page }) => {
    await page.goto("/aleris/import");
    await expectAccessible(page);
    await page
      .getByLabel("Fil", { exact: true })
      .setInputFiles({ name: "ESG-tal 2024.xlsx", mimeType: xlsx, buffer: figures() });
    await page.getByRole("button", { name: "Læs filen" }).click();
    await expect(page.getByRole("heading", { name: "Sådan læses ESG-tal 2024.xlsx" })).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByText("kWh → MWh × 0,001")).toBeVisible();
    await page.getByLabel("Vandforbruget").fill("Vandforbrug · water");
    await page.getByRole("button", { name: "Vis forskellen" }).click();
    await expect(page.getByText("Filen ændrer 2 tal. 2 celler afvises.")).toBeVisible();
    await expect(page.getByRole("row", { name: /D6 ca\. 100 .* Ikke et præcist tal/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /E6 #REF! .* formel, der fejler/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Importér 2 tal uden de 2 afviste celler" }).click();
    await expect(page.getByText("2 tal er importeret.")).toBeVisible();
    await page.goto("/aleris/entry/2024/koebenhavn");
    await expect(page.getByRole("gridcell", { name: /^Strøm 2024,/ })).toHaveText("719,5");
    await page.goBack();
    await page.getByRole("button", { name: "Fortryd importen" }).click();
    await expect(page.getByText("2 tal er taget tilbage.")).toBeVisible();
  });

  test("is told what to do with a file that cannot be read, and with one that is too big before it is sent", async ({
    page,
  }) => {
    await page.goto("/aleris/import");
    const field = page.getByLabel("Fil", { exact: true });
    await field.setInputFiles({ name: "rapport.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
    await page.getByRole("button", { name: "Læs filen" }).click();
    await expect(page.locator(".error-summary")).toContainText("hverken en Excel-projektmappe");
    await field.setInputFiles({ name: "stor.csv", mimeType: "text/csv", buffer: Buffer.alloc(10_000_001, 49) });
    await expect(page.getByRole("status").filter({ hasText: "over 10 MB" })).toBeVisible();
    await page.getByRole("button", { name: "Læs filen" }).click();
    await expect(page).toHaveURL(/\/aleris\/import\?refused=wrongKind$/);
  });

  test("is told what is missing where it is missing, keeps what was chosen, and reads why nothing can be imported", async ({
    page,
  }) => {
    await page.goto("/aleris/import");
    const table = ["København;;2024;2023", "Fjernkøling;MWh;1.100;1.089"].join("\n");
    await page
      .getByLabel("Fil", { exact: true })
      .setInputFiles({ name: "uden overskrift.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    await page.getByRole("button", { name: "Læs filen" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Der blev ikke fundet en tabel" })).toBeVisible();
    const refusal = page.getByRole("alert").filter({ hasText: "Noget mangler, før forskellen kan vises" });
    await page.getByRole("button", { name: "Vis forskellen" }).click();
    await expect(refusal).toContainText("Intet ark læses.");
    await page.getByLabel("Læs arket").check();
    await page.getByRole("button", { name: "Vis forskellen" }).click();
    await expect(refusal).toContainText("uden overskrift.csv: Arket siger ikke, hvilke nøgletal tallene er.");
    const sheet = page.getByRole("group", { name: "uden overskrift.csv" });
    await expect(sheet).toHaveAccessibleDescription(/hvilke nøgletal tallene er/);
    await expectAccessible(page);
    await page.getByLabel("A: Bruges som").selectOption("nøgletal");
    await page.getByRole("button", { name: "Vis forskellen" }).click();
    await expect(refusal).toContainText("hvilken enhed tallene er fra");
    await expect(page.getByLabel("A: Bruges som"), "the choice is kept").toHaveValue("kpi");
    await page.getByLabel("Enhed for hele arket").fill("koebenhavn");
    await page.getByRole("button", { name: "Vis forskellen" }).click();
    await expect(page.getByText("De 2 afviste celler kan ikke importeres, før de er rettet i filen")).toBeVisible();
    await expect(page.getByText("står her allerede")).toBeHidden();
    await expect(
      page.getByRole("row", { name: /C2 1\.100 Fjernkøling København 2024 .* ikke genkendt/ }),
    ).toBeVisible();
  });

  test("fills in a template and brings it back without a mapping", async ({ page }) => {
    const template = await page.request.get("/aleris/entry/2024/template?unit=koebenhavn");
    expect(template.headers()["content-disposition"]).toContain("aleris-koebenhavn-2024-da.xlsx");
    await page.goto("/aleris/import");
    await page
      .getByLabel("Fil", { exact: true })
      .setInputFiles({ name: "skabelon.xlsx", mimeType: xlsx, buffer: await template.body() });
    await page.getByRole("button", { name: "Læs filen" }).click();
    await expect(page.getByText("Filen ændrer ingenting.")).toBeVisible();
  });
});

test.describe("somebody without the permission", () => {
  test.use({ as: "auditor", tolerated: [/404 \(Not Found\)/] });
  test("finds neither page nor template", async ({ page }) => {
    expect((await page.goto("/aleris/import"))!.status()).toBe(404);
    expect((await page.request.get("/aleris/entry/2024/template")).status()).toBe(404);
  });
});
