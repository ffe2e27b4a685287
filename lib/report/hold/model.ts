/** Who edits a block, and since when (an ISO instant). */
export type Holder = { blockId: string; name: string; since: string; isOwn: boolean };

/** How long a block stays held without a sign of life, in seconds. */
export const holdLife = 120;

/** How often an editor who is at work says so, in seconds: three signs may be lost on the way. */
export const signEvery = 30;
