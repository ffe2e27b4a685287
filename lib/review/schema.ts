import { z } from "zod";
import { approvalStates } from "@/lib/approval/model";

const code = z.string().min(1).max(200).nullable().catch(null);

/** Reads the filter from an address; whatever is not of the form sets no limit. */
export const reviewFilterSchema = z.object({
  unit: code,
  pillar: code,
  state: z.enum(approvalStates).nullable().catch(null),
});
