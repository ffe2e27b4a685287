import { z } from "zod";
import { form } from "@/lib/access/form";

/** Which earlier state of a block comes back; `seen`: the version of the block its editor saw. */
export const restoreInput = form({
  org: z.string(),
  year: z.coerce.number().int().min(1900).max(2200),
  blockId: z.uuid(),
  revision: z.uuid(),
  seen: z.coerce.number().int().min(1),
});
