import type { CellOutcome } from "@/lib/value/model";
import { failureOf } from "./failure";
import type { Answer, Sent } from "./sheet-state";

/** Sends a block of cells of one org unit to be stored, and says how each fared, or why none did. Throws when no answer came that can be read. */
export async function sendBlock(
  org: string,
  block: { orgUnitId: string; year: number; cells: readonly Sent[] },
): Promise<Answer> {
  const response = await fetch(`/${org}/entry/values`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(block),
  });
  const said: unknown = await response.json();
  return response.ok ? { outcomes: said as CellOutcome[] } : failureOf(said as { code: string });
}
