import { isUnsaved, stateOf, type DraftCell } from "@/lib/value/draft/model";

/** Where saving stands: `retrying` after a failure, `signedOut` when the session has ended, `denied` when the server will not take it whoever asks again. */
export type Connection = "ok" | "retrying" | "signedOut" | "denied";

/**
 * The one word on saving, the most pressing first. `saved`: everything that was ever typed is stored; `refused`: what
 * is left cannot be stored as it stands.
 */
export type Saving = "signedOut" | "denied" | "retrying" | "saving" | "conflict" | "locked" | "refused" | "saved";

/** How a sheet's saving stands: the word, how many cells are on their way, and how many are not stored. */
export function savingOf(
  cells: readonly DraftCell[],
  connection: Connection,
): { saving: Saving; onTheWay: number; unsaved: number } {
  const states = cells.filter(isUnsaved).map(stateOf);
  const onTheWay = states.filter((state) => state === "saving" || state === "waiting").length;
  const has = (state: string) => states.some((one) => one === state);
  const saving =
    connection !== "ok"
      ? connection
      : onTheWay > 0
        ? "saving"
        : has("conflict")
          ? "conflict"
          : has("locked")
            ? "locked"
            : has("refused")
              ? "refused"
              : "saved";
  return { saving, onTheWay, unsaved: states.length };
}
