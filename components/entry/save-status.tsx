import { Sign } from "@/components/ui/sign";
import type { Locale } from "@/lib/language/model";
import { formatTime } from "@/lib/number/format";
import { savingOf } from "@/lib/value/saving/model";
import type { SheetState } from "./sheet-state";
import { fill, type EntryWords } from "./words";

/** The one live word on saving, and beside it how much is not stored. */
export function SaveStatus({
  state: { cells, connection, savedAt, restored },
  words: { live },
  locale,
  isReadOnly,
  onSignIn,
}: {
  state: SheetState;
  words: EntryWords;
  locale: Locale;
  isReadOnly: boolean;
  /** Asks for the password again. */
  onSignIn: () => void;
}) {
  const { saving, onTheWay, unsaved } = savingOf(Object.values(cells), connection);
  const word = {
    signedOut: live.signedOut,
    denied: live.denied,
    retrying: live.retrying,
    saving: fill(live.saving, { count: onTheWay }),
    conflict: live.conflict,
    locked: live.locked,
    refused: savedAt ? fill(live.savedAt, { time: "" }) : "",
    saved: savedAt ? fill(live.savedAt, { time: "" }) : live.allSaved,
  }[saving];
  const isWell = ["saving", "refused", "saved"].includes(saving);
  const left = unsaved - (saving === "saving" ? onTheWay : 0);
  return (
    <div className="entry-saving" role="status" aria-live="polite">
      {isReadOnly && unsaved === 0 ? null : (
        <>
          {word ? (
            <span className={isWell ? undefined : "warn"}>
              {saving === "saving" ? <Sign name="saving" /> : null}
              {saving === "saved" ? <Sign name="check" /> : null}
              {saving === "locked" ? <Sign name="lock" /> : null} {word}
              {(saving === "saved" || saving === "refused") && savedAt ? (
                <b>{formatTime(new Date(savedAt), locale, "seconds")}</b>
              ) : null}
            </span>
          ) : null}
          {saving === "signedOut" ? (
            <button type="button" className="act" onClick={onSignIn}>
              {live.signIn}
            </button>
          ) : null}
          {left > 0 ? (
            <span className="warn">{left === 1 ? live.unsavedOne : fill(live.unsaved, { count: left })}</span>
          ) : null}
          {restored > 0 ? <span>{fill(live.restored, { count: restored })}</span> : null}
        </>
      )}
    </div>
  );
}
