import type { Failed } from "./sheet-state";

/** What a refusal of a whole block means for the sheet: to try again, to sign in, or to give up. */
export function failureOf(serverError: { code: string } | undefined): Failed {
  const code = serverError?.code;
  if (code === "access.signedOut") return { failed: "signedOut" };
  return { failed: code === "access.failed" || code === "access.tooMany" ? "retrying" : "denied" };
}
