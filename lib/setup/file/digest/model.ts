import { createHash } from "node:crypto";
import type { SetupDocument } from "../schema";
import { writeSetup } from "../text/model";

/** What tells one set-up from another: SHA-256 of its file, hex. */
export function digestOf(setup: SetupDocument): string {
  return createHash("sha256").update(writeSetup(setup, "json")).digest("hex");
}
