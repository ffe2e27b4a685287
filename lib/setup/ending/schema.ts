import { z } from "zod";
import { form } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

const own = { org: z.string(), code: z.string() };

/** The last year a KPI is followed in; empty: it goes on. */
export const endKpiSchema = form({ ...own, lastYear: z.union([z.literal("").transform(() => null), yearField]) });

/** Something to be deleted, by its code. */
export const deleteSchema = form(own);
