import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { longestNote } from "@/lib/evidence/model";

/** Taking a file back, with its reason. */
export const withdrawFileSchema = form({
  org: z.string(),
  id: z.uuid("access.invalid"),
  reason: line(longestNote, "evidence.reasonMissing"),
});
