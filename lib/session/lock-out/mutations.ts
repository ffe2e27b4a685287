import { createHash } from "node:crypto";
import { pool } from "@/lib/database/pool";
import { LOCK_OUT } from "../model";

/**
 * One statement counts a try and moves the end of the window: five minutes after the latest try that was let
 * through, so the fifth wrong one locks for five minutes, and tries while locked do not prolong it. A limiter with
 * fixed windows (rate-limiter-flexible) would let eight through within five minutes, across a window's end.
 */
const COUNT = `
insert into "RateLimit" as tries (key, points, expire) values ($1, 1, $2::bigint + $3)
on conflict (key) do update set
  points = case when tries.expire <= $2 then 1 else tries.points + 1 end,
  expire = case when tries.expire <= $2 or tries.points < ${LOCK_OUT.tries} then excluded.expire else tries.expire end
returning points`;

/** What counting a try says: it may go ahead, or the account is locked. `isLast`: if it is wrong, the account is locked. */
export type Try = { isLocked: boolean; isLast: boolean };

/**
 * Counts a try before the password is looked at, so that many at once cannot slip past the limit. By account alone,
 * whatever the address, which can be forged. Unknown accounts are counted like known ones: a lock tells nothing.
 */
export async function countTry(email: string, now = Date.now()): Promise<Try> {
  const { rows } = await pool().query<{ points: number }>(COUNT, [keyOf(email), now, LOCK_OUT.minutes * 60_000]);
  const points = rows[0]!.points;
  return { isLocked: points > LOCK_OUT.tries, isLast: points === LOCK_OUT.tries };
}

/** Forgets the account's tries, because the password was right; and whatever else is over. */
export async function forgetTries(email: string, now = Date.now()): Promise<void> {
  await pool().query('delete from "RateLimit" where key = $1 or expire < $2', [keyOf(email), now]);
}

/** A digest, so that the table names nobody and every key is short. */
function keyOf(email: string): string {
  return `sign-in:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;
}
