import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { longestNote } from "./model";

/** What is said of a file when it is brought: an optional remark in one line. */
export const noteSchema = z.union([z.literal("").transform(() => ""), line(longestNote, "access.brokenText")]);

/** Taking evidence back, with its reason. */
export const withdrawalSchema = form({
  org: z.string(),
  id: z.uuid(),
  reason: line(longestNote, "evidence.reasonMissing"),
});
