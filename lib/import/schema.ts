import { z } from "zod";
import { form } from "@/lib/access/form";

/** Which import is meant. */
export const importSchema = form({ org: z.string(), id: z.uuid() });
