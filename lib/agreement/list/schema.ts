import { z } from "zod";
import { agreementStates } from "@/lib/agreement/life/model";
import { commitmentStatuses } from "@/lib/commitment/model";
import { pageField } from "@/lib/paging/schema";

/** Reads what narrows a list from its address; whatever is not of the form narrows nothing. */
export const listFilterSchema = z.object({
  track: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .nullable()
    .catch(null),
  unit: z.string().trim().min(1).max(100).nullable().catch(null),
  state: z.enum(agreementStates).nullable().catch(null),
  status: z.enum(commitmentStatuses).nullable().catch(null),
  page: pageField,
});
