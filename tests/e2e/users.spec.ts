import { randomUUID } from "node:crypto";
import { demoRows } from "./demo-facts";
import { expectAccessible } from "./fixtures";
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
