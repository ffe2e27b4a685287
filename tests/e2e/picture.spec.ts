import sharp from "sharp";
import { treeOf } from "./composer";
import { expect, expectAccessible, test } from "./fixtures";
import { pictureIds } from "../../prisma/demo/illustrations";

const library = "/aleris/reports/pictures";
const photo = (width: number) =>
  sharp({ create: { width, height: 500, channels: 3, background: "#2f7148" } })
    .jpeg()
    .toBuffer();

test.describe("an editor", () => {
  test.use({ as: "controller", tolerated: [/status of 422/] });

  test("brings a picture with its words in both languages, and is told what lacks", async ({ page }) => {
    await page.goto(library);
    await page
      .getByLabel("Fil", { exact: true })
      .setInputFiles({ name: "tag.jpg", mimeType: "image/jpeg", buffer: await photo(800) });
    await page.getByLabel("Alternativ tekst, dansk", { exact: true }).first().fill("Solceller på et tag");
    await page.getByRole("button", { name: "Tilføj billedet" }).click();
    await expect(page.locator(".error-summary")).toContainText("Skriv på begge sprog, hvad billedet viser.");
    await page.getByLabel("Alternativ tekst, engelsk", { exact: true }).first().fill("Solar cells on a roof");
    await page.getByRole("button", { name: "Tilføj billedet" }).click();
    await page.waitForURL(/picture=/);
    const shown = page.getByRole("img", { name: "Solceller på et tag" }).first();
    await shown.scrollIntoViewIfNeeded();
    await expect.poll(() => shown.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(640);
    await expectAccessible(page);
  });

  test("is refused what is no picture, in words, and keeps what was typed", async ({ page }) => {
    await page.goto(library);
    await page.getByLabel("Fil", { exact: true }).setInputFiles({
      name: "tag.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    });
    await page.getByLabel("Alternativ tekst, dansk", { exact: true }).first().fill("Et tag");
    await page.getByLabel("Alternativ tekst, engelsk", { exact: true }).first().fill("A roof");
    await page.getByRole("button", { name: "Tilføj billedet" }).click();
    await expect(page.locator(".error-summary")).toContainText("ikke JPEG, PNG eller WebP");
    await expect(page.getByLabel("Alternativ tekst, dansk", { exact: true }).first()).toHaveValue("Et tag");
  });

  test("is told of a KPI nobody has, at the block's settings", async ({ page }) => {
    await page.goto("/aleris/reports/2023/edit");
    await treeOf(page)
      .getByRole("link", { name: /^Figur/ })
      .first()
      .click();
    const settings = page.locator("details.settings").filter({ hasText: "Figurens tal og form" }).first();
    await settings.locator("summary").click();
    await settings.getByLabel("Nøgletal 1", { exact: true }).first().fill("Vindmøller");
    await settings.getByRole("button", { name: "Gem indstillingerne" }).click();
    await expect(settings.getByRole("alert")).toContainText("Der er intet nøgletal, der hedder Vindmøller");
  });
});

test("a picture is given to whoever may read the report, to keep, and to nobody else", async ({ pageAs, request }) => {
  const address = `${library}/${pictureIds.hills}/640.jpg`;
  const reader = (await pageAs("auditor")).request;
  const answer = await reader.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  expect((await sharp(await answer.body()).metadata()).width).toBe(640);
  const again = await reader.get(address, { headers: { "if-none-match": answer.headers().etag! } });
  expect(again.status()).toBe(304);
  for (const wrong of [`${library}/${pictureIds.hills}/641.jpg`, `${library}/${pictureIds.hills}/640.jpg.html`])
    expect((await reader.get(wrong)).status()).toBe(404);
  const refused = await request.get(address);
  expect([refused.status(), refused.headers()["cache-control"]]).toEqual([401, "private, no-store"]);
  const guessed = await request.get(address, { headers: { cookie: "ledestjerne-printer=x" } });
  expect(guessed.status()).toBe(401);
  const stranger = (await pageAs("regionController")).request;
  for (const elsewhere of [address, address.replace("aleris", "region-midtjylland")])
    expect((await stranger.get(elsewhere)).status()).toBe(404);
});

test.describe("a report", () => {
  test.use({ as: "manager" });

  test("shows its pictures in the size of their place, with room reserved", async ({ page }) => {
    await page.goto("/aleris/reports/2023");
    const picture = page.getByRole("img", { name: /^Tegning: bløde bakker/ });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    expect(await picture.getAttribute("width")).toBe("1280");
    expect(await picture.evaluate((one: HTMLImageElement) => one.currentSrc)).toMatch(/\/640\.jpg$/);
  });
});
