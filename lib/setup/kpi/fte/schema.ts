import { z } from "zod";
import { form } from "@/lib/access/form";
import { codeField } from "@/lib/setup/org-unit/schema";

/** Which KPI counts full-time equivalents; blank: none. */
export const fteKpiSchema = form({
  org: z.string(),
  fteKpi: z.union([z.literal("").transform(() => null), codeField]),
});
