/** The way to a block in the composer's tree. */
import type { Locator, Page } from "@playwright/test";

/** The tree of a report's sections and blocks. */
export const treeOf = (page: Page) => page.getByRole("navigation", { name: "Rapportens dele" });

/** A section's entry in the tree, with its blocks. */
export const branchOf = (page: Page, code: string): Locator =>
  treeOf(page).locator(`li:has(> a[href$="section=${code}"])`);

/** Goes to the first block of a section through the tree. */
export async function openFirstBlock(page: Page, edit: string, code: string): Promise<void> {
  await page.goto(`${edit}?section=${code}`);
  await branchOf(page, code).locator("ol a").first().click();
  await page.locator(`#${code} form.text-form`).waitFor();
}
