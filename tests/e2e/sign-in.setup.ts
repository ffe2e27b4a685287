import { expect, test } from "@playwright/test";
import { password, people, stateFile, type Person } from "./people";

// Signing out ends an account's every session: a test that does so signs in an account of its own first.
for (const [person, email] of Object.entries(people) as [Person, string][]) {
  test(`${person} signs in at the sign-in page`, async ({ page, context }) => {
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(password);
    await page.locator("main form button[type=submit], main form button:not([type])").first().click();
    await expect(page).toHaveURL(/\/(aleris|region-midtjylland)(\/|$)/);
    await context.storageState({ path: stateFile(person) });
  });
}
