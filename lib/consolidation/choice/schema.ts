import { z } from "zod";
import { form } from "@/lib/access/form";

/** Which of the organisation's two figures of a KPI and year counts, as its form sends it. */
export const chooseCountsSchema = form({
  org: z.string(),
  code: z.string().max(100),
  year: z.coerce.number<string>().int().min(1990).max(2100),
  counts: z.enum(["entered", "consolidated"], "comparability.choiceMissing"),
});
