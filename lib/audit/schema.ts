import { z } from "zod";
import { auditDoors } from "./model";

const day = z.iso.date().nullable().catch(null);

/** Reads the filter from an address; whatever is not of the form sets no limit. */
export const auditFilterSchema = z.object({
  room: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .nullable()
    .catch(null),
  actorId: z.uuid().nullable().catch(null),
  door: z.enum(auditDoors).nullable().catch(null),
  from: day,
  to: day,
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
});
