import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";

const own = { org: z.string(), code: z.string() };

/** An outside figure a KPI is held against; its number as typed. */
export const addBenchmarkSchema = form({
  ...own,
  year: yearField,
  labelDa: line(200, "setup.nameMissing"),
  labelEn: line(200, "setup.nameMissing"),
  amount: z.string().trim().max(40, "access.tooLong"),
});

/** A benchmark to be taken away. */
export const removeBenchmarkSchema = form({ ...own, id: z.uuid("access.invalid") });
