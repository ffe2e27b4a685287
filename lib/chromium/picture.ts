import { withBrowser } from "./browser";

/** A drawing as PNG, twice its size so that it is sharp in print. Refuses as `withBrowser`. */
export async function pictureOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ deviceScaleFactor: 2, javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.setContent(`<!doctype html><body style="margin:0">${svg}</body>`);
      return new Uint8Array(await page.locator("svg").screenshot({ type: "png" }));
    } finally {
      await context.close();
    }
  });
}
