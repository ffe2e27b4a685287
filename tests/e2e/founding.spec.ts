import { expectAccessible } from "./fixtures";
import { test } from "./own-installation";
import { expect } from "./wire";

test("an empty installation makes its first administrator and organisation, once", async ({ page, installation }) => {
  await page.goto(installation.origin);
  await expect(page).toHaveURL(/\/setup$/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Get started");
  await page.getByLabel("Name of the organisation").fill("Nordlys A/S");
  await page.getByLabel("Short name in addresses").fill("sign-in");
  await page.getByLabel("Your name").fill("Ida Nordlys");
  await page.getByLabel("Your e-mail").fill("ida@nordlys.example");
  await page.getByLabel("Password").fill("kaffe under trappen 7");
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.locator(".error-summary")).toContainText("Choose another word");
  await page.getByLabel("Short name in addresses").fill("nordlys");
  // A file that would be refused makes nothing, and says where it is wrong.
  const broken = {
    name: "broken.yaml",
    mimeType: "text/yaml",
    buffer: Buffer.from("format: ledestjerne-setup\nversion: 2\n"),
  };
  await page.getByLabel("Set-up file (optional)").setInputFiles(broken);
  await page.getByLabel("Password").fill("kaffe under trappen 7");
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page.locator(".error-summary")).toContainText("nothing was made. The first (2, version)");
  await page.getByLabel("Set-up file (optional)").setInputFiles([]);
  await page.getByLabel("Password").fill("kaffe under trappen 7");
  await page.getByRole("button", { name: "Create and sign in" }).click();
  await expect(page).toHaveURL(/\/nordlys\//);
  // Nothing is there yet, and every place says so.
  for (const path of ["/nordlys", "/nordlys/kpis", "/nordlys/entry", "/nordlys/reports", "/nordlys/users"]) {
    expect((await page.goto(installation.origin + path))?.status(), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expect(page.locator("body"), path).not.toContainText(/NaN|undefined|null|Infinity/);
    await expectAccessible(page);
  }
  const year = new Date().getFullYear();
  for (const path of [`/nordlys/entry/${year}/nordlys`, `/nordlys/reports/${year}`, `/nordlys/dashboard/${year}`])
    expect((await page.goto(installation.origin + path))?.status(), path).toBe(200);
  await page.goto(`${installation.origin}/setup`);
  await expect(page).not.toHaveURL(/\/setup/);
});

test("an empty installation begins with the set-up file of another organisation, and is the same", async ({
  page,
  installation,
  requestAs,
}) => {
  const given = await (await requestAs("controller")).get("/aleris/setup/file/download?format=yaml");
  const yaml = await given.text();
  const name = /^ {2}name: (.+)$/m.exec(yaml)![1]!;
  await page.goto(installation.origin);
  await page.getByLabel("Organisationens navn").fill(name);
  await page.getByLabel("Kort navn i adresser").fill("nyt-hus");
  await page.getByLabel("Dit navn").fill("Ida Nordlys");
  await page.getByLabel("Din e-mail").fill("ida@nordlys.example");
  await page.getByLabel("Adgangskode").fill("kaffe under trappen 7");
  const file = { name: "aleris.yaml", mimeType: "text/yaml", buffer: Buffer.from(yaml) };
  await page.getByLabel("Opsætningsfil (kan udelades)").setInputFiles(file);
  await page.getByRole("button", { name: "Opret" }).click();
  await expect(page).toHaveURL(/\/nyt-hus\/setup$/);
  const made = await page.request.get(`${installation.origin}/nyt-hus/setup/file/download?format=yaml`);
  // Its own first year is the present one.
  const butYears = (text: string) => text.replace(/^years:\n(?: .*\n)+/m, "");
  expect(butYears(await made.text())).toBe(butYears(yaml));
});
