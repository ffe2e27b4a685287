import type { Page } from "@playwright/test";
import { addKpi, addOrgUnits, addPillar, setTarget, test, type Nordlys } from "./nordlys";
import { expect } from "./wire";

/** Six KPIs of different kinds: entered numbers, an expression, a share. */
const kpis = [
  { code: "el", name: "El", unit: "MWh" },
  { code: "gas", name: "Gas", unit: "MWh" },
  { code: "affald", name: "Affald", unit: "t" },
  { code: "papir", name: "Papir", unit: "t" },
  { code: "energi", name: "Energi", unit: "MWh", kind: "expression", formula: "el + gas" },
  { code: "papirandel", name: "Papirandel", unit: "%", kind: "share", formula: "papir, affald" },
] as const;
const entered: Record<string, string> = { el: "10", gas: "5", affald: "8", papir: "2" };

test("from nothing to an approved year: set up, asked for, entered, sent back, corrected, approved with four eyes, closed, published and printed", async ({
  page,
  browser,
  nordlys,
}) => {
  const { at, year, origin } = nordlys;
  const context = await browser.newContext({ baseURL: origin });
  try {
    await setUp(page, nordlys);

    await page.goto(at("users/invite"));
    await page.getByLabel("Navn").fill("Bo Bidrager");
    await page.getByLabel("E-mail").fill("bo@nordlys.example");
    await page.getByRole("radio", { name: /^Bidragyder/ }).check();
    for (const unit of ["Nord", "Syd"]) await page.getByRole("checkbox", { name: unit, exact: true }).check();
    await page.getByRole("button", { name: "Lav link" }).click();
    const link = page.getByRole("textbox", { name: "Link", exact: true });
    await expect(link).toHaveValue(/\/invitation\//);
    const theirs = await context.newPage();
    await theirs.goto(await link.inputValue());
    await theirs.getByLabel("Ny adgangskode").fill("kaffe under trappen 8");
    await theirs.getByRole("button", { name: "Opret konto" }).click();
    await expect(theirs).toHaveURL(/\/nordlys\//);

    await page.goto(at(`requests/new?year=${year}`));
    await page.getByLabel("Frist").fill(`${year + 1}-02-15`);
    for (const unit of ["Nord", "Syd"])
      await page.getByLabel(unit, { exact: true }).selectOption({ label: "Bo Bidrager" });
    await page.getByRole("button", { name: "Send anmodningen" }).click();
    await expect(page.getByText("0 af 8 er besvaret.")).toBeVisible();
    await theirs.goto(at("tasks"));
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Du er bedt om 8 tal");

    for (const unit of ["nord", "syd"]) {
      for (const [code, figure] of Object.entries(entered))
        await enter(theirs, at(`entry/${year}/${unit}/${code}`), figure);
      await theirs.goto(at(`entry/${year}/${unit}/submit`));
      await theirs.getByRole("button", { name: "Indsend de valgte" }).click();
      await expect(theirs.getByText("4 tal er indsendt.")).toBeVisible();
    }

    await page.goto(at(`review/${year}`));
    await expect(page.getByText("8 tal venter på godkendelse.")).toBeVisible();
    await page.getByRole("checkbox", { name: "Vælg Affald, Nord" }).check();
    await page.getByLabel("Kommentar").fill("Er det for hele året?");
    await page.getByRole("button", { name: "Send tilbage" }).click();
    await expect(page.getByText("Ét tal er sendt tilbage.")).toBeVisible();

    await theirs.goto(at(`entry/${year}/nord`));
    await expect(theirs.getByRole("blockquote")).toHaveText("Er det for hele året?");
    await enter(theirs, at(`entry/${year}/nord/affald`), "9");
    await theirs.reload();
    await theirs.getByRole("button", { name: "Indsend tallet" }).click();
    await expect(theirs.locator("#approval .beside-state")).toContainText("Indsendt");

    for (const unit of ["nord", "syd"]) {
      await page.goto(at(`review/${year}?unit=${unit}`));
      await page.getByRole("button", { name: "Godkend alle 4" }).click();
      await expect(page.getByText("4 tal er godkendt.")).toBeVisible();
    }
    await page.goto(at(`review/${year}`));
    await expect(page.getByText("Alt, der er indtastet, er godkendt.")).toBeVisible();
    for (const step of ["Send til gennemsyn", `Luk ${year}`, `Udgiv ${year}`])
      await page.getByRole("button", { name: step }).click();
    await expect(page.getByText("Tilstand: udgivet.")).toBeVisible();

    await page.goto(at(`dashboard/${year}`));
    await expect(page.getByText("ikke godkendt endnu")).toHaveCount(0);
    await expect(
      page
        .getByRole("row")
        .filter({ has: page.getByRole("link", { name: "Energi" }) })
        .first(),
    ).toContainText("30");
    await theirs.goto(at(`entry/${year}/nord`));
    await expect(theirs.locator("body")).toContainText("udgivet");

    await page.goto(at(`reports/${year}`));
    await page.getByRole("button", { name: `Begynd rapporten for ${year}` }).click();
    await expect(page).toHaveURL(at(`reports/${year}/edit`));
    await page.goto(at(`reports/${year}`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`CSR-rapport ${year}`);
    await expect(page.locator("table.app tr", { hasText: "Energi" })).toContainText("30");
    const pdf = await page.request.get(at(`reports/${year}/export/pdf`), { timeout: 60_000 });
    expect(pdf.status()).toBe(200);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

    await page.goto(at("setup/periods"));
    await page.getByRole("button", { name: "Åbn året" }).click();
    await expect(page.getByRole("rowheader", { name: String(year + 1) })).toBeVisible();
    await page.goto(at(`reports/${year + 1}`));
    await expect(page.getByRole("radio", { name: `Rapporten for ${year}` })).toBeChecked();
    await page.getByRole("button", { name: `Begynd rapporten for ${year + 1}` }).click();
    await expect(page).toHaveURL(at(`reports/${year + 1}/edit`));
    const tree = page.getByRole("navigation", { name: "Rapportens dele" });
    await expect(tree.getByRole("link", { name: `Fokus ${year + 2}` })).toContainText("skal skrives om");
  } finally {
    await context.close();
  }
});

/** Two org units, a pillar, six KPIs and a target, as somebody sets them up. */
async function setUp(page: Page, { at, year }: Nordlys): Promise<void> {
  await page.goto(at("setup/org-units"));
  await addOrgUnits(page, [
    ["Nord", "nord"],
    ["Syd", "syd"],
  ]);
  await addPillar(page, at("setup/pillars/new"));
  for (const kpi of kpis) {
    await addKpi(page, at("setup/kpis/new"), { ...kpi, from: year }, async () => {
      await page.getByLabel("Del af rapportens tal").selectOption("environment");
      await page.getByLabel("Måleenhed").selectOption(kpi.unit);
      if ("formula" in kpi) {
        await page.getByLabel("Kommer af").selectOption(kpi.kind);
        await page.getByLabel("Koder eller formel").fill(kpi.formula);
      }
    });
    await expect(page).toHaveURL(new RegExp(`kpis/${kpi.code}$`));
  }
  await page.goto(at("setup/kpis/energi"));
  await setTarget(page, "40", year);
}

/** Enters a figure on its own page and waits until it is stored. */
async function enter(page: Page, address: string, figure: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel(/^Tal, /).fill(figure);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /Gemt kl\./ })).toBeVisible();
}
