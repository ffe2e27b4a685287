import { z } from "zod";
import { form, ticked } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

const own = { org: z.string(), code: z.string() };
const orgUnitId = z.uuid("access.invalid");

/** Org units a KPI is collected from, from a year on and, if it is said, until a year. */
export const collectSchema = form({
  ...own,
  orgUnitIds: ticked(orgUnitId).refine((ids) => ids.length > 0, "setup.collection.unitMissing"),
  fromYear: yearField,
  toYear: z.union([z.literal("").transform(() => null), yearField]),
});

/** One line of where a KPI is collected, to be taken away. */
export const uncollectSchema = form({ ...own, orgUnitId, fromYear: yearField });
