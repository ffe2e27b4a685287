import { z } from "zod";
import { form } from "@/lib/access/form";

/** The year whose report begins. */
export const beginInput = form({ org: z.string(), year: z.coerce.number().int().min(1900).max(2200) });
