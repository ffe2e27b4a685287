import { z } from "zod";

/** The page an address asks for; whatever is no page asks for the first. */
export const pageField = z.coerce.number().int().positive().max(1_000_000).catch(1);
