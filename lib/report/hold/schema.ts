import { z } from "zod";

/** What an editor says of a block: that it is being worked on, that it is free again; or whether it is. */
export const holdInput = z.strictObject({ blockId: z.uuid(), act: z.enum(["keep", "free", "ask"]) });
