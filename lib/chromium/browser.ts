import { chromium, type Browser } from "playwright-core";
import { Refusal } from "@/lib/access/refusal";
import { findChromium } from "@/lib/chromium/find";

/** A browser nobody uses is closed after this long: it holds some 150 MB. */
const IDLE_MS = 60_000;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 8;

/** The one browser of this process and the queue before it. */
type Press = {
  browser: Promise<Browser> | null;
  running: number;
  waiting: (() => void)[];
  idle: NodeJS.Timeout | null;
};

// Handlers are bundled apart; the browser hangs on the process so that there is only ever one.
const kept = globalThis as { reportPress?: Press };
const press: Press = (kept.reportPress ??= { browser: null, running: 0, waiting: [], idle: null });

/**
 * Lends the browser to at most two at once; more wait their turn. It starts on demand and stays warm for a minute.
 * Refuses with `report.browserMissing` without a browser, with `report.printBusy` when too many wait.
 */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  await takeTurn();
  try {
    return await use(await openBrowser());
  } finally {
    giveTurn();
  }
}

async function takeTurn(): Promise<void> {
  if (press.idle) clearTimeout(press.idle);
  press.idle = null;
  if (press.running < MOST_AT_ONCE) {
    press.running += 1;
    return;
  }
  if (press.waiting.length >= MOST_WAITING) throw new Refusal("report.printBusy");
  // Whoever leaves hands the place over, so `running` stays as it is.
  await new Promise<void>((admit) => press.waiting.push(admit));
}

function giveTurn(): void {
  const next = press.waiting.shift();
  if (next) return next();
  press.running -= 1;
  if (press.running > 0) return;
  press.idle = setTimeout(() => void closeBrowser(), IDLE_MS);
  press.idle.unref();
}

/** The browser that is open or opening; one that fails to start, or ends by itself, is replaced by the next call. */
function openBrowser(): Promise<Browser> {
  if (press.browser) return press.browser;
  const opening = launch();
  press.browser = opening;
  const forget = () => {
    if (press.browser === opening) press.browser = null;
  };
  opening.then((browser) => browser.on("disconnected", forget), forget);
  return opening;
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Refusal("report.browserMissing");
  return chromium.launch({
    executablePath,
    // Chromium's sandbox refuses to run as root, and most containers refuse it; what it prints is only our own page.
    chromiumSandbox: process.getuid?.() !== 0 && process.env.CHROMIUM_SANDBOX !== "off",
    // It talks to this computer and to nobody else.
    args: [
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      "--disable-gpu",
      // A container has 64 MB of shared memory unless told otherwise: too little for a report.
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--font-render-hinting=none",
    ],
    // The server's own signals end it with the server.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function closeBrowser(): Promise<void> {
  const opened = press.browser;
  press.browser = null;
  await (await opened?.catch(() => null))?.close();
}
