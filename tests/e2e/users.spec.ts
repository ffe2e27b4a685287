import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { demoRows } from "./demo-facts";
import { expectAccessible } from "./fixtures";
import { start } from "./installation";
import { arrive, isSignedIn } from "./newcomer";
import { people } from "./people";
import { expect, test } from "./wire";

const idOf = async (email: string) =>
  (await demoRows<{ id: string }>(`select id from "User" where email = $1`, [email]))[0]!.id;

test.describe("an administrator", () => {
  // Pages that do not exist are asked for on purpose.
  test.use({ as: "admin", tolerated: [/status of 404/] });

  test("invites a contributor for one org unit by a link that works once", async ({ page, browser, baseURL }) => {
    const email = `${randomUUID()}@tests.example`;
    await page.goto("/aleris/users");
    await page.getByRole("link", { name: "Invitér en bruger" }).click();
    await page.getByLabel("Navn").fill("Ester Ny");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("radio", { name: /^Bidragyder/ }).check();
    await page.getByRole("button", { name: "Lav link" }).click();
    await expect(page.locator(".error-summary")).toContainText(/mindst én enhed/i);
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await page.getByRole("checkbox", { name: "Esbjerg" }).check();
    await page.getByRole("button", { name: "Lav link" }).click();
    const link = page.getByRole("textbox", { name: "Link", exact: true });
    await expect(link).toHaveValue(new RegExp(`^${baseURL}/invitation/[\\w-]{43}$`));
    await expectAccessible(page);
    const address = await link.inputValue();

    const context = await browser.newContext({ baseURL });
    const guest = await context.newPage();
    await guest.goto(address);
    await expect(guest.getByRole("heading", { level: 1 })).toContainText("Aleris Danmark");
    await expectAccessible(guest);
    await guest.getByLabel("Ny adgangskode").fill("password1234");
    await guest.getByRole("button", { name: "Opret konto" }).click();
    await expect(guest.locator(".error-summary")).toBeVisible();
    await guest.getByLabel("Ny adgangskode").fill("kaffe under trappen 7");
    await guest.getByRole("button", { name: "Opret konto" }).click();
    await expect(guest).toHaveURL(/\/aleris\/dashboard\/\d{4}$/);
    await guest.goto("/aleris/entry");
    await expect(guest.getByRole("rowheader")).toHaveText(["Esbjerg"]);
    expect((await guest.goto("/aleris/entry/2024/esbjerg"))?.status()).toBe(200);
    for (const path of [
      "/aleris/entry/2024/koebenhavn",
      "/aleris/entry/2024/aleris",
      "/aleris/users",
      "/aleris/reports/2024/edit",
    ]) {
      expect((await guest.goto(path))?.status(), path).toBe(404);
    }

    // The link is dead for the one who used it and for everybody else.
    await guest.goto(address);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Linket virker ikke længere");
    await context.clearCookies();
    await guest.goto(address);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Linket virker ikke længere");
    await context.close();
    await page.goto("/aleris/users");
    await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Esbjerg");
  });

  test("withdraws an invitation, and its link is dead", async ({ page, browser, baseURL }) => {
    const email = `${randomUUID()}@tests.example`;
    const name = `Gæst ${email.slice(0, 8)}`;
    await page.goto("/aleris/users/invite");
    await page.getByLabel("Navn").fill(name);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("radio", { name: /^Revisor/ }).check();
    await page.getByRole("button", { name: "Lav link" }).click();
    const address = await page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
    await page.goto("/aleris/users");
    await page.getByRole("button", { name: `Træk invitationen til ${name} tilbage` }).click();
    await expect(page.getByText(email)).toHaveCount(0);
    const context = await browser.newContext({ baseURL });
    const guest = await context.newPage();
    await guest.goto(address);
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Linket virker ikke længere");
    await context.close();
  });

  test("closes an account, whose session ends at once, and opens it again", async ({ page, requestAs }) => {
    const [admin, guest] = await Promise.all([requestAs("admin"), requestAs(null)]);
    const one = await arrive(admin, guest, { role: "contributor", orgUnits: ["herning"] });
    expect(await isSignedIn(guest)).toBe(true);
    await page.goto(`/aleris/users/${await idOf(one.email)}`);
    await page.getByRole("button", { name: "Luk kontoen" }).click();
    await expect(page).toHaveURL(/\/aleris\/users$/);
    await expect(page.getByRole("row").filter({ hasText: one.email })).toContainText("lukket");
    expect(await isSignedIn(guest)).toBe(false);
    expect((await guest.get("/aleris/reports/2024/export/csv")).status()).toBe(401);
    await page.goto(`/aleris/users/${await idOf(one.email)}`);
    await page.getByRole("button", { name: "Åbn kontoen igen" }).click();
    await expect(page.getByRole("row").filter({ hasText: one.email })).toContainText("åben");
  });

  test("changes roles, which ends the person's sessions and counts at once", async ({ page, requestAs }) => {
    const [admin, guest] = await Promise.all([requestAs("admin"), requestAs(null)]);
    const one = await arrive(admin, guest, { role: "contributor", orgUnits: ["herning"] });
    await page.goto(`/aleris/users/${await idOf(one.email)}`);
    await page.getByRole("checkbox", { name: /^Bidragyder/ }).uncheck();
    await page.getByRole("checkbox", { name: /^Ledelse/ }).check();
    await page.getByRole("button", { name: "Gem roller" }).click();
    await expect(page).toHaveURL(/\/aleris\/users$/);
    await expect(page.getByRole("row").filter({ hasText: one.email })).toContainText("Ledelse");
    expect(await isSignedIn(guest)).toBe(false);
  });

  test("cannot take away the last administrator, by role or by account", async ({ page }) => {
    await page.goto(`/aleris/users/${await idOf(people.admin)}`);
    await page.getByRole("checkbox", { name: /^Administrator/ }).uncheck();
    await page.getByRole("checkbox", { name: /^Ledelse/ }).check();
    await page.getByRole("button", { name: "Gem roller" }).click();
    await expect(page.locator(".error-summary")).toContainText("mindst én administrator");
    await page.reload();
    await expect(page.getByRole("checkbox", { name: /^Administrator/ })).toBeChecked();
    await page.getByRole("button", { name: "Luk kontoen" }).click();
    await expect(page.locator(".error-summary")).toContainText("mindst én administrator");
    expect(await demoRows(`select "disabledAt" from "User" where email = $1`, [people.admin])).toEqual([
      { disabledAt: null },
    ]);
  });
});

test("an empty installation makes its first administrator and organisation, once", async ({ page }) => {
  test.slow();
  test.skip(process.platform !== "linux", "an installation of a test's own finds its processes in /proc");
  const home = await mkdtemp(join(tmpdir(), "ledestjerne-setup-"));
  const installation = await start(home);
  try {
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
  } finally {
    await installation.end("SIGTERM");
    await rm(home, { recursive: true, force: true });
  }
});

test("an empty installation begins with the set-up file of another organisation, and is the same", async ({
  page,
  requestAs,
}) => {
  test.slow();
  test.skip(process.platform !== "linux", "an installation of a test's own finds its processes in /proc");
  const given = await (await requestAs("controller")).get("/aleris/setup/file/download?format=yaml");
  const yaml = await given.text();
  const name = /^ {2}name: (.+)$/m.exec(yaml)![1]!;
  const home = await mkdtemp(join(tmpdir(), "ledestjerne-begin-"));
  const installation = await start(home);
  try {
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
  } finally {
    await installation.end("SIGTERM");
    await rm(home, { recursive: true, force: true });
  }
});
