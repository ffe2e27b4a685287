import { Sign } from "@/components/ui/sign";
import type { Locale } from "@/lib/language/model";
import { formatTime } from "@/lib/number/format";
import type { TextState } from "./text-store";

/** Words of the one live status, in the page's language. */
export type SavingWords = {
  saving: string;
  savedAt: string;
  unsaved: string;
  retrying: string;
  signedOut: string;
  denied: string;
  signIn: string;
  isConflict: string;
  restored: string;
};

/** The one live word on saving. */
export function TextSaving({
  state: { status, savedAt, isRestored },
  words,
  locale,
  onSignIn,
}: {
  state: TextState;
  words: SavingWords;
  locale: Locale;
  /** Asks for the password again. */
  onSignIn: () => void;
}) {
  const stored = savedAt === null ? "" : words.savedAt.replace("{time}", formatTime(new Date(savedAt), locale));
  const word = {
    clean: stored,
    saved: stored,
    saving: words.saving,
    unsaved: words.unsaved,
    refused: words.unsaved,
    retrying: words.retrying,
    conflict: words.isConflict,
    signedOut: words.signedOut,
    denied: words.denied,
  }[status];
  const isWell = ["clean", "saved", "saving", "unsaved"].includes(status);
  return (
    <>
      <span className={isWell ? "text-saving" : "text-saving warn"} role="status">
        {status === "saved" ? <Sign name="check" /> : null}
        {word}
        {isRestored ? ` ${words.restored}` : null}
      </span>
      {status === "signedOut" ? (
        <button type="button" className="btn" onClick={onSignIn}>
          {words.signIn}
        </button>
      ) : null}
    </>
  );
}
