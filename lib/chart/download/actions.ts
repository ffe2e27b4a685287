"use server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { recordTakenChart } from "./mutations";
import { takenChartSchema } from "./schema";

/** Notes that a chart is taken along, before the browser makes a file of it. */
export const noteTakenChart = memberAction("figure.read")
  .inputSchema(takenChartSchema, { handleValidationErrorsShape: spelledOut })
  .action(async ({ parsedInput: { org: _, ...taken }, ctx: { access } }) => {
    await recordTakenChart(access, taken);
    return { isNoted: true };
  });
