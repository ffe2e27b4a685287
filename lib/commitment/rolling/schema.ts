import { z } from "zod";
import { form } from "@/lib/access/form";
import { agreementFields, lines } from "@/lib/agreement/schema";
import { rollDecisions } from "./model";

/** What becomes of a commitment of the last period; ending it needs a reason. */
export const decideSchema = form({
  ...agreementFields,
  commitmentId: z.uuid("access.invalid"),
  decision: z.enum(rollDecisions, "access.invalid"),
  reason: lines(600),
}).refine(({ decision, reason }) => decision !== "end" || reason !== "", {
  path: ["reason"],
  error: "agreement.reasonMissing",
});
