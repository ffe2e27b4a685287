/** What travels while a page loads, as the browser's own network log counts it. */
import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession } from "playwright-core";

/** Compressed bytes, without the headers they come with: JavaScript asked for before the page's load event and after it, and everything together. */
export type Bytes = { scriptBefore: number; scriptAfter: number; html: number; all: number };

type Asked = { at: number; type: string; headers: number; bytes: number };

/** Counts what travels on a page from now on; `rest` waits until nothing has for so long. */
export async function bytesOf(
  session: CDPSession,
): Promise<{ rest: (ms: number) => Promise<void>; counted: () => Bytes }> {
  const asked = new Map<string, Asked>();
  let loaded = Infinity;
  let last = performance.now();
  session.on("Network.requestWillBeSent", ({ requestId, timestamp, type }) => {
    last = performance.now();
    asked.set(requestId, { at: timestamp, type: type ?? "Other", headers: 0, bytes: 0 });
  });
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    // What was asked for ahead (a preload) tells its kind only when it comes.
    const one = asked.get(requestId);
    if (one) Object.assign(one, { type, headers: response.encodedDataLength });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    last = performance.now();
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength - one.headers;
  });
  session.on("Page.loadEventFired", ({ timestamp }) => (loaded = timestamp));
  await session.send("Network.enable");
  await session.send("Page.enable");
  const sum = (wanted: (one: Asked) => boolean) =>
    [...asked.values()].filter(wanted).reduce((total, { bytes }) => total + bytes, 0);
  return {
    rest: async (ms) => {
      while (performance.now() - last < ms) await wait(50);
    },
    counted: () => ({
      scriptBefore: sum(({ type, at }) => type === "Script" && at <= loaded),
      scriptAfter: sum(({ type, at }) => type === "Script" && at > loaded),
      html: sum(({ type }) => type === "Document"),
      all: sum(() => true),
    }),
  };
}
