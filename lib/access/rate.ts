import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "./refusal";

/** Writes a person may make in a minute: far above typing and pasting, far below what a runaway script sends. */
const WRITES_PER_MINUTE = Number(process.env.WRITES_PER_MINUTE) || 600;

// Kept in memory: counting each save in the database would cost as much as the save. Actions and routes are bundled
// apart; what they share hangs on the process.
const kept = globalThis as { countedWrites?: RateLimiterMemory };
const writes = (kept.countedWrites ??= new RateLimiterMemory({ points: WRITES_PER_MINUTE, duration: 60 }));

/** Counts one write of the person; refuses with `access.tooMany` when there were too many within a minute. */
export async function countWrite(userId: string): Promise<void> {
  try {
    await writes.consume(userId);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new Refusal("access.tooMany", { seconds: Math.ceil(reason.msBeforeNext / 1000) });
  }
}
