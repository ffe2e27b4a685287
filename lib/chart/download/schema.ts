import { z } from "zod";
import { chartKinds } from "@/lib/chart/kind/model";
import { codeField } from "@/lib/setup/org-unit/schema";

/** Which chart was taken along: of which KPI and year, drawn how, as what. */
export const takenChartSchema = z.strictObject({
  org: z.string(),
  kpi: codeField,
  kind: z.enum(chartKinds),
  year: z.int().min(1900).max(9999),
  format: z.enum(["svg", "png", "csv"]),
});

/** A chart as the audit trail names it. */
export type TakenChart = Omit<z.infer<typeof takenChartSchema>, "org">;
