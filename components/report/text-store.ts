/** The words of a form as they are on the way to the server: saved after a pause, kept through a crash, never overwritten. */
export type Texts = Readonly<Record<string, string>>;

/** What became of a save, as far as the form goes on from it. */
export type Answer =
  | { outcome: "saved"; seen: string }
  | { outcome: "conflict"; seen: string; stored: Texts }
  | { outcome: "refused"; messages: string[] }
  | { outcome: "retrying" | "signedOut" | "denied" };

/** What is kept of words that are not stored: with what their editor saw. */
export type KeptTexts = { seen: string; values: Texts };

/** `denied`: nothing more can be saved here, and the words stay on the page. */
export type TextStatus =
  "clean" | "unsaved" | "saving" | "saved" | "retrying" | "conflict" | "refused" | "signedOut" | "denied";

/** All that a form shows. */
export type TextState = {
  values: Texts;
  status: TextStatus;
  /** When it was last stored. */
  savedAt: number | null;
  /** What somebody else stored in the meantime. */
  conflict: { seen: string; stored: Texts } | null;
  refused: string[];
  /** Words that gave way to somebody else's, until they are put back or let go. */
  aside: Texts | null;
  /** Words came back that had not been stored when the page was last left. */
  isRestored: boolean;
};

type Options = {
  seen: string;
  values: Texts;
  send: (values: Texts, seen: string) => Promise<Answer>;
  /** Called with what is not stored whenever that changes; null: nothing. */
  keep: (kept: KeptTexts | null) => void;
};

const PAUSE_MS = 1_500;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
// The server keeps no space around a text.
const isSame = (one: Texts, other: Texts) =>
  Object.keys(one).every((name) => one[name]?.trim() === other[name]?.trim());

/** Makes the store of one form; nothing is sent or kept before the first change. */
export function createTexts({ seen: first, values, send, keep }: Options) {
  let seen = first;
  let stored = values;
  let state: TextState = {
    ...{ values, status: "clean", savedAt: null, conflict: null, refused: [], aside: null, isRestored: false },
  };
  let isSending = false;
  let retryIn = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const isDirty = () => !isSame(state.values, stored);
  function become(change: Partial<TextState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  function sendIn(delay: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void sendNow(), delay);
  }

  async function sendNow(): Promise<void> {
    clearTimeout(timer);
    if (isSending || state.conflict) return;
    if (!isDirty()) return state.status === "unsaved" ? become({ status: "clean" }) : undefined;
    isSending = true;
    const sent = state.values;
    become({ status: "saving", refused: [] });
    const answer = await send(sent, seen).catch((): Answer => ({ outcome: "retrying" }));
    isSending = false;
    settle(answer, sent);
  }

  function settle(answer: Answer, sent: Texts) {
    if (answer.outcome !== "retrying") retryIn = FIRST_RETRY_MS;
    switch (answer.outcome) {
      case "saved":
        seen = answer.seen;
        stored = sent;
        keep(isDirty() ? { seen, values: state.values } : null);
        become({ status: isDirty() ? "unsaved" : "saved", savedAt: Date.now(), isRestored: false });
        return isDirty() ? sendIn(PAUSE_MS) : undefined;
      case "conflict":
        // Something else about it was changed, not its words: the same words go on top of that.
        if (isSame(stored, answer.stored)) {
          ({ seen } = answer);
          become({ status: "unsaved" });
          return sendIn(0);
        }
        return become({ status: "conflict", conflict: answer });
      case "refused":
        return become({ status: "refused", refused: answer.messages });
      case "retrying":
        become({ status: "retrying" });
        sendIn(retryIn);
        retryIn = Math.min(LONGEST_RETRY_MS, retryIn * 2);
        return;
      default:
        return become({ status: answer.outcome });
    }
  }

  /** Other words, whoever put them there. */
  function change(values: Texts, rest: Partial<TextState> = {}) {
    const status = state.conflict ? "conflict" : isSending ? "saving" : "unsaved";
    become({ ...rest, values, status });
    keep(isDirty() ? { seen, values } : null);
    if (!state.conflict) sendIn(PAUSE_MS);
  }

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Somebody typed. */
    type: (name: string, value: string) => {
      if (state.values[name] !== value) change({ ...state.values, [name]: value });
    },
    /** A field was left: no more waiting, but not for what only a password helps, or its button would give way under the pointer. */
    leave: () => (state.status === "signedOut" || state.status === "denied" ? undefined : void sendNow()),
    /** The button was pressed: no more waiting. */
    flush: () => (state.status === "refused" && !isDirty() ? undefined : void sendNow()),
    /** The connection may be back. */
    retry: () => (state.status === "retrying" ? void sendNow() : undefined),
    /** The password was given again. */
    signedIn: () => {
      become({ status: "unsaved" });
      void sendNow();
    },
    hasUnstored: isDirty,
    /** Words that were kept when the page was last left. What others stored since is noticed by the save. */
    restore(kept: KeptTexts | null) {
      if (!kept) return;
      if (isSame({ ...stored, ...kept.values }, stored)) return keep(null);
      seen = kept.seen;
      change({ ...stored, ...kept.values }, { isRestored: true });
    },
    keepMine() {
      if (!state.conflict) return;
      ({ seen, stored } = state.conflict);
      become({ conflict: null, status: "unsaved" });
      void sendNow();
    },
    /** The other's words; one's own are laid aside, not thrown away. */
    takeTheirs() {
      if (!state.conflict) return;
      const mine = state.values;
      ({ seen, stored } = state.conflict);
      keep(null);
      become({ values: { ...mine, ...stored }, conflict: null, status: "saved", savedAt: Date.now(), aside: mine });
    },
    putBack: () => state.aside && change(state.aside, { aside: null }),
    letGo: () => become({ aside: null }),
    dispose: () => clearTimeout(timer),
  };
}
