/** Who edits a block, and since when (an ISO instant). */
export type Holder = { blockId: string; name: string; since: string; isOwn: boolean };

/** How long a block stays held without a sign of life, in seconds. */
export const holdLife = 120;

/** How often an editor who is at work says so, in seconds: three signs may be lost on the way. */
export const signEvery = 30;

/** Who else holds a block. */
export function holderOf(blockId: string, holds: readonly Holder[]): Holder | undefined {
  return holds.find((hold) => hold.blockId === blockId && !hold.isOwn);
}
