/** Looks soon after the start and every hour from then on: at the calendar, and at imports that nobody works on any more. */
import { log } from "./log";

const HOUR_MS = 3_600_000;
/** Later than a process that was killed is believed alive: what it left of an import is taken up at the first look. */
const FIRST_MS = 20_000;

const kept = globalThis as { calendar?: NodeJS.Timeout };

/** Keeps looking for as long as the process lives, once however often it is called; nothing is loaded before the first look. */
export function keepCalendar(): void {
  if (kept.calendar) return;
  const look = async () => {
    // The embedded database may still be starting: the next look is soon then.
    kept.calendar = setTimeout(look, process.env.DATABASE_URL ? HOUR_MS : FIRST_MS).unref();
    if (!process.env.DATABASE_URL) return;
    const [{ tellNow }, { workOffImports }] = await Promise.all([import("./notices"), import("./import-queue")]);
    workOffImports();
    await tellNow(new Date()).catch((error: { code?: unknown }) => log.warn({ code: error.code }, "notices wait"));
  };
  kept.calendar = setTimeout(look, FIRST_MS).unref();
}
