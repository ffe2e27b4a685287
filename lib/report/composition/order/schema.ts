import { z } from "zod";
import { form } from "@/lib/access/form";

/** What an act noted of itself in the audit trail, as far as it is told and undone; older ones kept no order. */
export const notedOrder = z.object({
  act: z.string().optional(),
  blockId: z.string().optional(),
  about: z.string().optional(),
  to: z.string().optional(),
  brought: z.array(z.string()).optional(),
  before: z
    .object({
      sections: z.array(z.object({ code: z.string(), blocks: z.array(z.string()) })),
      hidden: z.array(z.string()),
    })
    .optional(),
});

/** Back to the order before which act, by its place in the audit trail; `seen`: the version of the order its editor saw. */
export const restoreOrderInput = form({
  org: z.string(),
  year: z.coerce.number().int().min(1900).max(2200),
  seen: z.coerce.number().int().min(1),
  entry: z.string().regex(/^[1-9]\d{0,17}$/),
});
