import { z } from "zod";
import { form } from "@/lib/access/form";
import { longestReason } from "../model";

const text = z
  .string()
  .transform((raw) => raw.replaceAll("\r\n", "\n").trim())
  .refine((plain) => !/\p{Cs}|\0/u.test(plain), "access.brokenText")
  .refine((plain) => plain.length <= longestReason, "access.tooLong");

/** How the report explains a restatement, in both languages; `seen` is the version its editor saw, 0 for none. */
export const explanationInput = form({
  org: z.string(),
  year: z.coerce.number().int(),
  blockId: z.uuid("access.invalid"),
  seen: z.coerce.number().int().min(0),
  textDa: text,
  textEn: text,
});
