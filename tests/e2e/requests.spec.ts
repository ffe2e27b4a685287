import { expect, expectAccessible, test } from "./fixtures";
import { openYears, signInAs } from "./open-years";

test.describe("a controller", () => {
  test.slow();

  test("asks for figures in one act; who is asked answers with a figure, or says why there is none", async ({
    page,
  }) => {
    const { slug, ...account } = await openYears();
    await signInAs(page, account);
    await page.goto(`/${slug}/requests?year=2023`);
    await expect(page.getByText("Der er ikke bedt om noget for 2023 endnu")).toBeVisible();
    await page.getByRole("link", { name: "Ny anmodning" }).click();
    await expectAccessible(page);

    // Nothing chosen: it says what to do, and keeps what was typed.
    await page.getByLabel("Besked").fill("Husk bilag.");
    await page.getByRole("button", { name: "Send anmodningen" }).click();
    const summary = page.locator(".error-summary");
    await expect(summary).toContainText("Vælg en frist.");
    await expect(summary).toContainText("Vælg, hvem der skal svare for mindst én enhed.");
    await expect(page.getByLabel("Besked")).toHaveValue("Husk bilag.");
    await page.getByLabel("Frist").fill("2030-02-15");
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("checkbox", { name: /^Vand / }).check();
    await page.getByRole("checkbox", { name: /^Varme / }).check();
    await page.getByLabel("Prøvehospitalet").selectOption({ label: "Ny Controller (indtaster for alle)" });
    await page.getByRole("button", { name: "Send anmodningen" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Der mangler 2 tal af dem, der er bedt om for 2023",
    );
    await expect(page.getByText("0 af 2 er besvaret.")).toBeVisible();
    await expect(page.getByText(/E-mail er ikke sat op/)).toBeVisible();
    await expectAccessible(page);

    // On the front page, the task list, and from there straight to the sheet with what is asked.
    await page.goto(`/${slug}/dashboard/2023`);
    await expect(page.getByText(/Du er bedt om 2 tal, senest 15\. februar 2030/)).toBeVisible();
    await page.getByRole("link", { name: "Se mine opgaver" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du er bedt om 2 tal");
    await expectAccessible(page);
    await page.getByRole("link", { name: /^Åbn arket med disse/ }).click();
    const grid = page.locator("table[role=grid]");
    await expect(grid).toHaveAttribute("data-ready", "true");
    await expect(grid.getByRole("gridcell", { name: /^\S+ 2023,/ })).toHaveCount(2);
    await page.getByRole("gridcell", { name: /^Vand 2023,/ }).click();
    await page.keyboard.type("7.000");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: /Gemt/ })).toBeVisible();

    await page.goto(`/${slug}/tasks`);
    await expect(page.getByText("1 tal er givet")).toBeVisible();
    await page.getByText("Intet tal i år", { exact: false }).last().click();
    await page.getByRole("button", { name: /^Intet tal i år for Varme/ }).click();
    await expect(page.locator(".error-summary")).toContainText("Skriv, hvorfor der ikke er noget tal.");
    await page.getByLabel("Hvorfor er der intet tal?").fill("Måleren var i stykker.");
    await page.getByRole("button", { name: /^Intet tal i år for Varme/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du har givet alt, du er bedt om");

    await page.goto(`/${slug}/requests?year=2023`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Alt, der er bedt om for 2023, er kommet");
    await page.goto(`/${slug}/audit`);
    await expect(page.getByText("Anmodning sendt")).toBeVisible();
  });

  test("reminds once a day, and takes a request back", async ({ page }) => {
    const { slug, ...account } = await openYears();
    await signInAs(page, account);
    await page.goto(`/${slug}/requests/new?year=2022`);
    await page.getByLabel("Frist").fill("2024-02-15");
    await page.getByLabel("Prøvehospitalet").selectOption({ label: "Ny Controller (indtaster for alle)" });
    await page.getByRole("button", { name: "Send anmodningen" }).click();
    await expect(page.getByText(/dage over fristen/)).toBeVisible();
    await page.getByRole("button", { name: /^Mind om/ }).click();
    await expect(page.getByText("De, der mangler noget, er mindet om det.")).toBeVisible();
    await page.getByRole("button", { name: /^Mind om/ }).click();
    await expect(page.getByText("De er mindet om det i dag. Prøv igen i morgen.")).toBeVisible();
    await page.goto(`/${slug}/tasks`);
    await expect(page.getByText("Du er mindet om tal for 2022")).toBeVisible();
    await page.goto(`/${slug}/requests?year=2022`);
    await page.getByRole("button", { name: /^Tag anmodningen/ }).click();
    await expect(page.getByText("Der er ikke bedt om noget for 2022 endnu")).toBeVisible();
  });
});

test.describe("the demo", () => {
  test.use({ as: "contributor" });

  test("a contributor's tasks are those of the own org units, and the sheet opens with what is asked", async ({
    page,
  }) => {
    await page.goto("/aleris/tasks");
    await expect(page.getByRole("region", { name: /2024$/ }).first()).toBeVisible();
    const names = await page.getByRole("heading", { level: 2 }).allInnerTexts();
    expect(
      names
        .filter((name) => / 2024/.test(name))
        .map((name) => name.split(" ")[0])
        .sort(),
    ).toEqual(["Aalborg", "København"]);
    await page.goto("/aleris/entry/2024/aalborg?show=asked");
    await expect(page.getByRole("button", { name: /^Bedt om hos dig \(\d+\)$/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });
});
