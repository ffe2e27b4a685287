import { z } from "zod";
import { form } from "@/lib/access/form";

/** Longest text a form takes; the command takes longer files. */
const LONGEST_SENT = 600_000;

const shape = {
  org: z.string(),
  text: z
    .string({ error: "setup.file.textMissing" })
    .max(LONGEST_SENT, "setup.file.tooLarge")
    .refine((text) => text.trim() !== "", "setup.file.textMissing"),
};

/** A set-up file as text, to look at. */
export const setupFormSchema = form(shape);

/** A set-up file to be taken in, with the digest of the set-up it was compared with. */
export const setupConfirmSchema = form({ ...shape, digest: z.string().regex(/^[0-9a-f]{64}$/, "access.invalid") });
