import { z } from "zod";

/** References whose words are asked for, as they are written. */
export const saidInput = z.strictObject({
  org: z.string(),
  year: z.number().int().min(1900).max(2200),
  sources: z.array(z.string().max(200)).max(200),
});
