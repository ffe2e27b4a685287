import { z } from "zod";
import { form } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

const optionalYear = z.union([z.literal("").transform(() => null), yearField]);

/** What a target says but its own year and limit. */
export const targetFields = {
  kind: z.enum(["atLeast", "atMost", "above", "below", "reduction", "split"], "access.invalid"),
  setInYear: optionalYear,
  baselineYear: optionalYear,
};

/** A target to be set: the limit as typed, a split as `40/60`. */
export const setTargetSchema = form({
  org: z.string(),
  code: z.string(),
  ...targetFields,
  limit: z.string().trim().min(1, "setup.limitMissing").max(40, "access.tooLong"),
  year: yearField,
});

/** A target to be taken away. */
export const endTargetSchema = form({ org: z.string(), code: z.string(), id: z.uuid("access.invalid") });
