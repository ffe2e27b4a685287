import { z } from "zod";
import { form } from "@/lib/access/form";
import { placeFields } from "@/lib/value/place/schema";

const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** Which version of a cell to bring back, and the version of it the person saw. */
export const restoringSchema = form({ org: z.string(), ...placeFields, version, seen: version });
