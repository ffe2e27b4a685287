/** A session that ends while somebody is writing, and the way back in without leaving the page. */
import type { Page } from "@playwright/test";
import { demoRows } from "./demo-facts";
import { expect, expectAccessible } from "./fixtures";
import type { OpenYears } from "./open-years";

/** Ends every session of an account, as if it had been idle for too long. */
export async function endSessions({ email }: OpenYears): Promise<void> {
  await demoRows(`delete from "Session" where "userId" = (select id from "User" where email = $1) returning 1`, [
    email,
  ]);
}

/** The question for the password that stands in place. */
export const askedInPlace = (page: Page) => page.getByRole("dialog", { name: "Log ind igen" });

/** Answers it, first with a password that is not the account's. */
export async function signInInPlace(page: Page, { password }: OpenYears): Promise<void> {
  const dialog = askedInPlace(page);
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Adgangskode").fill("forkert adgangskode");
  await dialog.getByRole("button", { name: "Log ind" }).click();
  await expect(dialog.getByRole("alert").first()).toBeVisible();
  await dialog.getByLabel("Adgangskode").fill(password);
  await dialog.getByRole("button", { name: "Log ind" }).click();
  await expect(dialog).toHaveCount(0);
}
