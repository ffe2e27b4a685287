import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";

// Pages and handlers are bundled apart; what they share hangs on the process.
const kept = globalThis as { printerSecret?: string };

/** The cookie of the browser that prints and freezes for this very process. */
export const printerCookie = "ledestjerne-printer";

/** What it holds: a secret that lives as long as the process, and that only its own printing browser is given. */
export function printerSecret(): string {
  return (kept.printerSecret ??= randomBytes(32).toString("base64url"));
}

/** Whether a request comes from that browser: whoever asked for a print has been checked before. */
export function isPrinter(cookie: string | undefined): boolean {
  const [own, given] = [Buffer.from(printerSecret()), Buffer.from(cookie ?? "")];
  return own.length === given.length && timingSafeEqual(own, given);
}
