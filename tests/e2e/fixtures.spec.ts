import { expect, expectAccessible, test } from "./fixtures";

// The twins of the fixtures: each provokes what a fixture must notice.
test.describe("the browser's complaints", () => {
  test.use({ tolerated: [/./] });

  test("are noticed: an error, an exception, a script the content policy forbids", async ({ page, complaints }) => {
    await page.goto("/sign-in");
    await page.evaluate(() => {
      console.error("said aloud");
      setTimeout(() => {
        throw new Error("thrown");
      });
      document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="window.ran = true">`);
    });
    await expect.poll(() => complaints.join("\n")).toMatch(/console: said aloud/);
    await expect.poll(() => complaints.join("\n")).toMatch(/exception: thrown/);
    await expect.poll(() => complaints.join("\n")).toMatch(/content policy: script-src/);
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
  });
});

test("axe notices a field without a label", async ({ page }) => {
  // A page of its own: what is put into one of ours before React takes it over may be gone again.
  await page.setContent(`<html lang="en"><title>A page</title><main><h1>A page</h1><input></main></html>`);
  await expect(expectAccessible(page)).rejects.toThrow(/label/);
});

test("nobody is signed in unless a test says so", async ({ page }) => {
  await page.goto("/aleris");
  await expect(page).toHaveURL(/\/sign-in/);
});

test.describe("signed in", () => {
  test.use({ as: "manager" });
  test("a test's page is the person's", async ({ page, pageAs }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/aleris\//);
    const other = await pageAs("regionController");
    await other.goto("/");
    await expect(other).toHaveURL(/\/region-midtjylland\/?/);
  });
});
