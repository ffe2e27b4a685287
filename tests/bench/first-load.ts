/** First load of a page in a browser with empty caches: what a person waits for and what travels. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { bytesOf, type Bytes } from "./bytes.ts";

/** Milliseconds but `cls`, which has no unit of measure; bytes as they travelled, compressed. */
export type FirstLoad = { fcp: number; lcp: number; cls: number; blocking: number; loaded: number } & Bytes;

type Watched = { fcp: number; lcp: number; cls: number; blocking: number };
declare global {
  interface Window {
    watched: Watched;
  }
}

/** After the load event a page may still fetch and draw its charts; this long nothing may travel before it counts as done. */
const REST_MS = 1_500;

/** Loads the page once. `slow`: a four times slower processor behind 10 Mbit/s and 40 ms. */
export async function firstLoad(
  browser: Browser,
  options: BrowserContextOptions,
  url: string,
  slow: boolean,
): Promise<FirstLoad> {
  const context = await browser.newContext({ ...options, viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await bytesOf(session);
    if (slow) await slowDown(session);
    await page.addInitScript(watch);
    const answer = await page.goto(url, { waitUntil: "load", timeout: 60_000 });
    if (!answer?.ok() || new URL(page.url()).pathname !== new URL(url).pathname)
      throw new Error(
        `${new URL(url).pathname} answered ${answer?.status() ?? "nothing"} at ${new URL(page.url()).pathname}.`,
      );
    await bytes.rest(REST_MS);
    return { ...(await watched(page)), ...bytes.counted() };
  } finally {
    await context.close();
  }
}

/** A four times slower processor behind 10 Mbit/s and 40 ms. */
export async function slowDown(session: CDPSession): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const tenMegabits = 10_000_000 / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 40,
    downloadThroughput: tenMegabits,
    uploadThroughput: tenMegabits,
  });
}

/** Runs in the page before anything else does. No function in it has a name: the loader of this file would wrap it in one of its own, which a page does not have. */
function watch(): void {
  const seen: Watched = (window.watched = { fcp: 0, lcp: 0, cls: 0, blocking: 0 });
  for (const type of ["paint", "largest-contentful-paint", "layout-shift", "longtask"]) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === "first-contentful-paint") seen.fcp = entry.startTime;
        if (type === "largest-contentful-paint") seen.lcp = entry.startTime;
        if (type === "layout-shift") seen.cls += (entry as PerformanceEntry & { value: number }).value;
        // A task over 50 ms keeps a click waiting by what is above 50 ms.
        if (type === "longtask") seen.blocking += entry.duration - 50;
      }
    }).observe({ type, buffered: true });
  }
}

async function watched(page: Page): Promise<Watched & { loaded: number }> {
  return page.evaluate(() => {
    const navigation = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming;
    return { ...window.watched, loaded: navigation.loadEventStart };
  });
}
