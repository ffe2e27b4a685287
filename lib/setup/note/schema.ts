import { z } from "zod";
import { form, prose } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

const own = { org: z.string(), code: z.string() };

/** A footnote on a KPI: one that is there (`footnoteId`), or a new one in both languages. */
export const addNoteSchema = form({
  ...own,
  footnoteId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
  textDa: prose(4000),
  textEn: prose(4000),
  fromYear: yearField,
  toYear: z.union([z.literal("").transform(() => null), yearField]),
});

/** A footnote to be taken off a KPI. */
export const removeNoteSchema = form({ ...own, footnoteId: z.uuid("access.invalid"), fromYear: yearField });
