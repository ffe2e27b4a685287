import { failureOf } from "@/components/entry/failure";
import type { FormState } from "@/lib/access/refusal";
import type { TextOutcome } from "@/lib/report/editing/model";
import type { Answer } from "./text-store";

/** What an action's answer means for the form: to go on, to try again, to sign in, to mend the words, or to give up. */
export function answerOf({
  data,
  serverError,
  validationErrors,
}: FormState<Exclude<TextOutcome, { outcome: "gone" }>>): Answer {
  if (data) return data.outcome === "conflict" ? data : { outcome: "saved", seen: data.seen };
  const wrong = [
    ...(validationErrors?.formErrors ?? []),
    ...Object.values(validationErrors?.fieldErrors ?? {}).flat(),
  ].filter((message) => message !== undefined);
  if (wrong.length > 0) return { outcome: "refused", messages: wrong };
  if (serverError && !serverError.code.startsWith("access."))
    return { outcome: "refused", messages: [serverError.message] };
  return { outcome: failureOf(serverError ?? { code: "access.failed" }).failed };
}
