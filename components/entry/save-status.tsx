import { Sign } from "@/components/ui/sign";
import type { Locale } from "@/lib/language/model";
import { formatTime } from "@/lib/number/format";
import { isUnsaved, stateOf } from "@/lib/value/draft/model";
import type { SheetState } from "./store";
import { fill, type EntryWords } from "./words";

/** The one live word on saving: what is on its way, when something was last stored, and what is not. */
export function SaveStatus({
  state,
  words: { live },
  locale,
  isReadOnly,
}: {
  state: SheetState;
  words: EntryWords;
  locale: Locale;
  isReadOnly: boolean;
}) {
  const cells = Object.values(state.cells);
  const saving = cells.filter((cell) => ["saving", "waiting"].includes(stateOf(cell))).length;
  const unsaved = cells.filter((cell) => isUnsaved(cell) && !["saving", "waiting"].includes(stateOf(cell))).length;
  return (
    <div className="entry-saving" role="status" aria-live="polite">
      {isReadOnly ? null : (
        <>
          {state.connection === "signedOut" ? (
            <span className="warn">
              {live.signedOut}{" "}
              <a href="/sign-in" target="_blank" rel="noreferrer">
                {live.signIn}
              </a>
            </span>
          ) : null}
          {state.connection === "denied" ? <span className="warn">{live.denied}</span> : null}
          {state.connection === "retrying" ? <span className="warn">{live.retrying}</span> : null}
          {state.connection === "ok" && saving > 0 ? (
            <span>
              <Sign name="saving" /> {fill(live.saving, { count: saving })}
            </span>
          ) : null}
          {state.savedAt ? (
            <span>
              {fill(live.lastSaved, { time: "" })}
              <b>{formatTime(new Date(state.savedAt), locale, "seconds")}</b>
            </span>
          ) : null}
          {unsaved > 0 ? (
            <span className="warn">{unsaved === 1 ? live.unsavedOne : fill(live.unsaved, { count: unsaved })}</span>
          ) : saving === 0 && state.connection === "ok" ? (
            <span>{live.allSaved}</span>
          ) : null}
          {state.skipped > 0 ? <span>{fill(live.skipped, { count: state.skipped })}</span> : null}
          {state.restored > 0 ? <span>{fill(live.restored, { count: state.restored })}</span> : null}
        </>
      )}
    </div>
  );
}
