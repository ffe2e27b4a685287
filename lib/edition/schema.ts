import { z } from "zod";
import { form } from "@/lib/access/form";

const address = { org: z.string(), year: z.coerce.number().int().min(1900).max(2200) };

/** The report of a year. */
export const reportInput = form(address);

/** An edition to be published, and why, where it is not the first. */
export const publishInput = form({
  ...address,
  note: z.string().trim().max(1000, "access.tooLong").default(""),
});

/** Which edition everybody may read; none: nobody. */
export const openingInput = form({
  ...address,
  number: z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1)]),
});
