import { z } from "zod";
import { form } from "@/lib/access/form";

const org = z.string();

/** Several lines of text; line breaks stay, as one sign each. */
export const lines = (most: number) =>
  z
    .string({ error: "access.invalid" })
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(most, "access.tooLong")
        .refine((text) => !/[^\P{Cc}\n\t]|\p{Surrogate}/u.test(text), "access.brokenText"),
    );

/** The version of an agreement that the form was filled in from. */
const seenField = z
  .string()
  .regex(/^\d{1,9}$/, "access.invalid")
  .transform(Number);

/** Which agreement, and as it was seen. */
export const agreementFields = { org, agreementId: z.uuid("access.invalid"), seen: seenField };

/** A reason that must be given. */
export const reasonField = lines(2000).pipe(z.string().min(1, "agreement.reasonMissing"));

/** An act that needs nothing said. */
export const plainActSchema = form(agreementFields);

/** An act with its reason: handing back, amending, closing. */
export const reasonedActSchema = form({ ...agreementFields, reason: reasonField });

/** A signature on exactly the text whose hash was seen. */
export const signSchema = form({
  ...agreementFields,
  party: z.enum(["unit", "central"], "access.invalid"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "access.invalid"),
  capacity: lines(120).pipe(z.string().min(1, "agreement.capacityMissing")),
});
