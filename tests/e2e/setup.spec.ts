import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "./installation";
import { expect, test } from "./wire";

test("from nothing: an organisation is set up in the browser, entered and followed, without a file", async ({
  page,
}) => {
  test.slow();
  test.skip(process.platform !== "linux", "an installation of a test's own finds its processes in /proc");
  const home = await mkdtemp(join(tmpdir(), "ledestjerne-set-up-"));
  const installation = await start(home);
  try {
    await page.goto(installation.origin);
    await page.getByLabel("Organisationens navn").fill("Nordlys A/S");
    await page.getByLabel("Kort navn i adresser").fill("nordlys");
    await page.getByLabel("Dit navn").fill("Ida Nordlys");
    await page.getByLabel("Din e-mail").fill("ida@nordlys.example");
    await page.getByLabel("Adgangskode").fill("kaffe under trappen 7");
    await page.getByRole("button", { name: "Opret" }).click();
    await expect(page).toHaveURL(/\/nordlys\//);
    const year = new Date().getFullYear();

    await page.getByRole("link", { name: "Opsætning" }).click();
    await page.getByRole("link", { name: "Enheder" }).first().click();
    for (const [name, code] of [
      ["Nord", "nord"],
      ["Syd", "syd"],
    ] as const) {
      await page.getByLabel("Enhed", { exact: true }).fill(name);
      await page.getByLabel("Kode").fill(code);
      await page.getByRole("button", { name: "Tilføj enheden" }).click();
      await expect(page.getByRole("rowheader", { name })).toBeVisible();
    }

    await page.goto(`${installation.origin}/nordlys/setup/pillars/new`);
    await page.getByLabel("Kode").fill("miljoe");
    await page.getByLabel("Navn på dansk").fill("Miljø");
    await page.getByLabel("Navn på engelsk").fill("Environment");
    await page.getByRole("checkbox", { name: "13" }).check();
    await page.getByRole("button", { name: "Tilføj en ledestjerne" }).click();
    await expect(page.getByRole("rowheader", { name: "Miljø" })).toBeVisible();

    const addKpi = async (code: string, name: string, more: () => Promise<unknown>) => {
      await page.goto(`${installation.origin}/nordlys/setup/kpis/new`);
      await page.getByLabel("Kode", { exact: true }).fill(code);
      await page.getByLabel("Ledestjerne").selectOption({ label: "Miljø" });
      for (const field of ["Navn på dansk", "Navn på engelsk", "Kort navn på dansk", "Kort navn på engelsk"])
        await page.getByLabel(field, { exact: true }).fill(name);
      await page.getByLabel("Gælder fra regnskabsår").fill(String(year));
      await more();
      await page.getByRole("button", { name: "Tilføj et nøgletal" }).click();
    };
    await addKpi("el", "El", () => page.getByLabel("Måleenhed").selectOption("MWh"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("El");
    await addKpi("el-dobbelt", "Dobbelt el", async () => {
      await page.getByLabel("Måleenhed").selectOption("MWh");
      await page.getByLabel("Kommer af").selectOption("expression");
      await page.getByLabel("Koder eller formel").fill("el * 2 + gas");
    });
    // The refusal names the place, and what was typed is still there.
    await expect(page.locator(".error-summary")).toContainText("»gas«");
    await expect(page.getByLabel("Kode", { exact: true })).toHaveValue("el-dobbelt");
    await page.getByLabel("Koder eller formel").fill("el * 2");
    await page.getByRole("button", { name: "Tilføj et nøgletal" }).click();
    await expect(page).toHaveURL(/el-dobbelt$/);

    await page.getByRole("textbox", { name: "Mål", exact: true }).fill("5");
    await page.getByLabel("Slags").selectOption("atMost");
    await page.getByLabel("Målår").fill(String(year));
    await page.getByRole("button", { name: "Sæt målet" }).click();
    await expect(page.getByRole("rowheader", { name: String(year) })).toBeVisible();

    for (const [unit, typed] of [
      ["nord", "1,5"],
      ["syd", "1"],
    ] as const) {
      await page.goto(`${installation.origin}/nordlys/entry/${year}/${unit}`);
      await page.locator("table[role=grid][data-ready=true]").waitFor();
      await page.getByRole("gridcell", { name: new RegExp(`^El ${year},`) }).click();
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("gridcell", { name: /^Status for El:/ })).toHaveAccessibleName(/Gemt/);
    }
    await page.goto(`${installation.origin}/nordlys/dashboard/${year}`);
    const double = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Dobbelt el" }) });
    await expect(double).toContainText("5,00");
    await expect(double).toContainText("Nået");

    await page.goto(`${installation.origin}/nordlys/setup/periods`);
    await page.getByRole("button", { name: `Send til gennemsyn ${year}` }).click();
    await page.getByRole("button", { name: `Luk ${year}` }).click();
    await page.getByRole("button", { name: `Åbn igen ${year}` }).click();
    await expect(page.locator(".error-summary")).toContainText("hvorfor");
    await page.goto(`${installation.origin}/nordlys/entry/${year}/nord`);
    await expect(page.locator("body")).toContainText("lukket");
  } finally {
    await installation.end("SIGTERM");
    await rm(home, { recursive: true, force: true });
  }
});
