import { z } from "zod";
import { form, line } from "@/lib/access/form";

const address = { org: z.string(), year: z.coerce.number().int().min(1900).max(2200) };
const finding = z.string().regex(/^[0-9a-f]{64}$/, "access.invalid");

/** A finding to be accepted, and why. */
export const acceptanceInput = form({ ...address, finding, reason: line(1000, "check.reasonMissing") });

/** An acceptance to be taken back. */
export const withdrawalInput = form({ ...address, finding });
