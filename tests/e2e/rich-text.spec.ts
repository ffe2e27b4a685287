import { openFirstBlock } from "./composer";
import { expect, expectAccessible, test } from "./fixtures";

const edit = "/region-midtjylland/reports/2024/edit";

test.use({ as: "regionController" });

test("headings, lists and marks are set from the toolbar and the keyboard, and read as such in the report", async ({
  page,
}) => {
  await openFirstBlock(page, edit, "circular-economy");
  const form = page.locator("#circular-economy form.text-form").first();
  const body = form.getByRole("textbox", { name: "Tekst, dansk" });
  const tools = form.getByRole("toolbar", { name: "Formatering: Tekst, dansk" }).first();
  await expect(tools).toBeVisible();
  await body.fill("Vejen");
  await tools.getByRole("button", { name: "Overskrift", exact: true }).click();
  await expect(tools.getByRole("button", { name: "Overskrift", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Alt bliver ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("genbrugt");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(", se ");
  // The toolbar is one stop of the keyboard; the arrows lead through it.
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(tools.getByRole("button", { name: "Link" })).toBeFocused();
  await page.keyboard.press("Enter");
  await form.getByLabel("Adresse").fill("ingen adresse");
  await page.keyboard.press("Enter");
  await expect(form.getByRole("alert")).toContainText("Skriv en hel adresse");
  await form.getByLabel("Adresse").fill("#strategy");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tools.getByRole("button", { name: "Punktopstilling" }).click();
  await page.keyboard.type("Et punkt");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Et til");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Gem" }).click();
  await expect(form.getByRole("status").last()).toContainText("Gemt kl.");

  await page.reload();
  await expect(form.getByRole("textbox", { name: "Tekst, dansk" }).getByRole("listitem")).toHaveText([
    "Et punkt",
    "Et til",
  ]);
  await expect(form.getByText("Den danske tekst er ændret siden")).toBeVisible();

  await page.goto("/region-midtjylland/reports/2024");
  const chapter = page.locator("#circular-economy");
  await expect(chapter.getByRole("heading", { name: "Vejen", level: 3 })).toBeVisible();
  await expect(chapter.locator("strong", { hasText: "genbrugt" })).toBeVisible();
  await expect(chapter.getByRole("link", { name: "#strategy" })).toHaveAttribute("href", "#strategy");
  await expect(chapter.getByRole("listitem").filter({ hasText: "Et til" })).toBeVisible();
});

test.describe("a server that is not reached", () => {
  test.use({ tolerated: [/net::ERR_FAILED/] });
  test("what is not stored survives a lost connection and a crash of the browser", async ({ page, context }) => {
    await page.goto(edit);
    const form = page.locator("form.text-form").first();
    const title = form.getByLabel("Undertitel, dansk");
    const text = `Undertitel ${Date.now()}`;
    // The server is not reached; what is typed stays with the browser.
    await page.route("**/edit", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await title.fill(text);
    await title.blur();
    await expect(form.getByRole("status").last()).toHaveText("Ikke gemt, prøver igen");

    // Another window brings back what the first one could not store, and stores it.
    const next = await context.newPage();
    await next.goto(edit);
    const again = next.locator("form.text-form").first();
    await expect(again.getByLabel("Undertitel, dansk")).toHaveValue(text);
    await expect(again.getByRole("status").last()).toContainText("Gemt kl.");
  });
});

test("without JavaScript the texts are plain fields that can be saved", async ({ browser, baseURL, context }) => {
  const plain = await browser.newContext({
    baseURL: baseURL!,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  await openFirstBlock(page, edit, "transport");
  const form = page.locator("#transport form.text-form").first();
  await form.getByLabel("Tekst, dansk").fill("Skrevet **uden** program.");
  await form.getByRole("button", { name: "Gem" }).click();
  await page.goto("/region-midtjylland/reports/2024");
  await expect(page.locator("#transport strong").first()).toHaveText("uden");
  await plain.close();
});
