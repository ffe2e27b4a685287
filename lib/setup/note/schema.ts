import { z } from "zod";
import { form } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

const own = { org: z.string(), code: z.string() };
const prose = z.string().trim().max(4000, "access.tooLong").default("");

/** A footnote on a KPI: one that is there (`footnoteId`), or a new one in both languages. */
export const addNoteSchema = form({
  ...own,
  footnoteId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
  textDa: prose,
  textEn: prose,
  fromYear: yearField,
  toYear: z.union([z.literal("").transform(() => null), yearField]),
});

/** A footnote to be taken off a KPI. */
export const removeNoteSchema = form({ ...own, footnoteId: z.uuid("access.invalid"), fromYear: yearField });
