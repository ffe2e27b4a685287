import { z } from "zod";
import { form, ticked } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

/** A selection from the library: which KPIs, from which year on, under which pillar ("" = the library's own). */
export const addFromLibrarySchema = form({
  org: z.string(),
  codes: ticked(z.string().max(60)).refine((codes) => codes.length > 0, "setup.kpiLibrary.nothingChosen"),
  year: yearField,
  pillarId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
});
