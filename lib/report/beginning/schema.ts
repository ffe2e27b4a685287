import { z } from "zod";
import { form } from "@/lib/access/form";

/** The year whose report begins, and from what; `from`: the year of the report it goes on from. */
export const beginInput = form({
  org: z.string(),
  year: z.coerce.number().int().min(1900).max(2200),
  start: z.enum(["pillars", "appendix", "last"]),
  from: z.coerce.number().int().min(1900).max(2200).optional(),
});
