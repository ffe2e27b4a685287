import { z } from "zod";
import { form, ticked } from "@/lib/access/form";

/** The org units that the organisation's entered figure covers, as its form sends them. */
export const declareCoverageSchema = form({
  org: z.string(),
  code: z.string().max(100),
  year: z.coerce.number<string>().int().min(1990).max(2100),
  orgUnits: ticked(z.uuid("access.invalid")),
});
