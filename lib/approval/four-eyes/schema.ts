import { z } from "zod";
import { form, ticked } from "@/lib/access/form";

/** Of which KPIs four eyes are demanded: of all, or of those chosen. */
export const fourEyesSchema = form({
  org: z.string(),
  of: z.enum(["all", "chosen"], "access.invalid"),
  kpis: ticked(z.uuid("access.invalid")),
});
