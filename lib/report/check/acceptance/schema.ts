import { z } from "zod";
import { form, line } from "@/lib/access/form";

const address = { org: z.string(), year: z.coerce.number().int().min(1900).max(2200) };
const finding = z.string().regex(/^[0-9a-f]{64}$/, "access.invalid");

const findings = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  z.array(finding).min(1, "access.invalid").max(1000, "access.invalid"),
);

/** Findings to be accepted, one or several for the same reason, and why. */
export const acceptanceInput = form({ ...address, finding: findings, reason: line(1000, "check.reasonMissing") });

/** An acceptance to be taken back. */
export const withdrawalInput = form({ ...address, finding });
