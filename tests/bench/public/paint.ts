/** When a page's largest part is painted, as the browser itself tells it: a page that admits no script cannot be asked. */
import type { Browser, CDPSession } from "playwright-core";
import { bytesOf } from "../bytes.ts";
import { slowDown } from "../first-load.ts";

/** Milliseconds from the request of the page but `cls`, which has no unit of measure; bytes as they travelled. */
export type Painted = { fcp: number; lcp: number; cls: number; all: number };

/** Screens a page is looked at on. */
export const screens = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true },
  desk: { viewport: { width: 1440, height: 900 } },
} as const;

/** This long nothing may travel before a page counts as done. */
const REST_MS = 700;

/** Loads the page once with empty caches, at a four times slower processor behind 10 Mbit/s and 40 ms. */
export async function painted(browser: Browser, screen: keyof typeof screens, url: string): Promise<Painted> {
  const context = await browser.newContext(screens[screen]);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await bytesOf(session);
    await slowDown(session);
    const seen = await watch(session, url);
    const answer = await page.goto(url, { waitUntil: "load", timeout: 60_000 });
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status() ?? "nothing"}.`);
    await bytes.rest(REST_MS);
    return { ...seen(), all: bytes.counted().all };
  } finally {
    await context.close();
  }
}

async function watch(session: CDPSession, url: string): Promise<() => Omit<Painted, "all">> {
  // The browser tells paints by two clocks, of which the page's request knows both.
  let [wall, steady] = [0, 0];
  let [fcp, lcp, cls] = [0, 0, 0];
  session.on("Network.requestWillBeSent", ({ request, wallTime, timestamp }) => {
    if (request.url === url) [wall, steady] = [wallTime, timestamp];
  });
  session.on("Page.lifecycleEvent", ({ name, timestamp }) => {
    if (name === "firstContentfulPaint" && steady > 0) fcp = timestamp;
  });
  session.on("PerformanceTimeline.timelineEventAdded", ({ event }) => {
    const { lcpDetails, layoutShiftDetails } = event;
    if (lcpDetails) lcp = lcpDetails.renderTime || lcpDetails.loadTime;
    if (layoutShiftDetails) cls += layoutShiftDetails.value;
  });
  await session.send("Page.setLifecycleEventsEnabled", { enabled: true });
  await session.send("PerformanceTimeline.enable", { eventTypes: ["largest-contentful-paint", "layout-shift"] });
  return () => {
    if (fcp === 0 || lcp === 0) throw new Error(`${url}: the browser told no paint.`);
    return { fcp: (fcp - steady) * 1000, lcp: (lcp - wall) * 1000, cls };
  };
}
