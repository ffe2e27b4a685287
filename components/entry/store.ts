import type { Locale } from "@/lib/language/model";
import { saysTheSame, type CellContent, type CellOutcome, type StoredCell } from "@/lib/value/model";
import * as draft from "@/lib/value/draft/model";
import type { Column, DraftCell, Refused } from "@/lib/value/draft/model";
import type { KpiRule } from "@/lib/value/reading/model";

/** Where saving stands: `retrying` after a failure, `signedOut` when the session has ended, `denied` when the server will not take it whoever asks again. */
export type Connection = "ok" | "retrying" | "signedOut" | "denied";

/** What the sheet shows; a new object with every change. */
export type SheetState = {
  cells: Record<string, DraftCell>;
  connection: Connection;
  savedAt: string | null;
  skipped: number;
  restored: number;
};

/** One edit of a cell, as it was typed or pasted. */
export type Edit = { kpiId: string; column: Column; text: string };

/** What a cell looks like to the server. */
export type Sent = CellContent & { kpiId: string; seen: number };

/** The server's answer to a block, in its order; or why there is none. */
export type Answer = { outcomes: CellOutcome[] } | { failed: "retrying" | "signedOut" | "denied" };

/** What is kept in the browser of a cell that is not stored. */
export type KeptDraft = { version: number; want: CellContent | null; refused: Refused | null };

type Options = {
  cells: { kpiId: string; cell: StoredCell | null; rule: KpiRule }[];
  locale: Locale;
  send: (block: Sent[]) => Promise<Answer>;
  /** Called with every draft that is not stored, whenever that changes. */
  keep: (drafts: Record<string, KeptDraft>) => void;
};

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** An entry sheet's cells and their way to the server: one block at a time, whatever waits goes with the next. */
export type SheetStore = ReturnType<typeof createSheet>;

/** Makes the store of one sheet. Nothing is sent or kept before the first edit. */
export function createSheet({ cells, locale, send, keep }: Options) {
  const rules = new Map(cells.map(({ kpiId, rule }) => [kpiId, rule]));
  const listeners = new Set<() => void>();
  let state: SheetState = {
    cells: Object.fromEntries(cells.map(({ kpiId, cell }) => [kpiId, draft.loaded(cell)])),
    connection: "ok",
    savedAt: null,
    skipped: 0,
    restored: 0,
  };
  let isSending = false;
  let typing: Edit | null = null;
  let retryIn = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function become(change: Partial<SheetState>) {
    state = { ...state, ...change };
    if (change.cells) keep(unstored());
    for (const listener of listeners) listener();
  }

  function change(
    kpiIds: readonly string[],
    how: (cell: DraftCell, index: number) => DraftCell,
    rest: Partial<SheetState> = {},
  ) {
    const cells = { ...state.cells };
    kpiIds.forEach((kpiId, index) => (cells[kpiId] = how(cells[kpiId]!, index)));
    become({ ...rest, cells });
  }

  function unstored(): Record<string, KeptDraft> {
    const open = Object.entries(state.cells).filter(([, cell]) => draft.isUnsaved(cell));
    const kept = Object.fromEntries(
      open.map(([kpiId, { version, want, refused }]): [string, KeptDraft] => [kpiId, { version, want, refused }]),
    );
    if (!typing) return kept;
    const { kpiId, column, text } = typing;
    const { version, want } = state.cells[kpiId]!;
    return {
      ...kept,
      [kpiId]: { version, want, refused: { column, text, code: "unfinished", suggestions: [text], limit: null } },
    };
  }

  /** Sends soon, so that everything of one keystroke or paste goes in one block. */
  function sendSoon(delay = 0) {
    clearTimeout(timer);
    timer = setTimeout(() => void sendAll(), delay);
  }

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    try {
      for (let ready = readyCells(); ready.length > 0; ready = readyCells()) if (!(await sendBlock(ready))) return;
    } finally {
      isSending = false;
    }
  }

  function readyCells(): string[] {
    return Object.keys(state.cells).filter((kpiId) => draft.isReady(state.cells[kpiId]!));
  }

  async function sendBlock(kpiIds: string[]): Promise<boolean> {
    change(kpiIds, draft.sent);
    const block = kpiIds.map((kpiId) => ({
      ...state.cells[kpiId]!.sending!,
      kpiId,
      seen: state.cells[kpiId]!.version,
    }));
    const answer = await send(block).catch((): Answer => ({ failed: "retrying" }));
    if ("failed" in answer) {
      change(kpiIds, draft.givenBack, { connection: answer.failed });
      if (answer.failed === "retrying") sendSoon((retryIn = Math.min(LONGEST_RETRY_MS, retryIn * 2)));
      return false;
    }
    retryIn = FIRST_RETRY_MS;
    const saved = answer.outcomes.flatMap((one) => (one.outcome === "saved" ? [one.at] : [])).at(-1);
    change(kpiIds, (cell, index) => draft.settled(cell, answer.outcomes[index]!, locale), {
      connection: "ok",
      savedAt: saved ?? state.savedAt,
    });
    return true;
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: () => state,
    /** Applies edits, each by itself, and sends what was accepted. `skipped`: pasted cells that had no place to go. */
    edit(edits: readonly Edit[], skipped = 0) {
      const cells = { ...state.cells };
      typing = null;
      for (const { kpiId, column, text } of edits)
        cells[kpiId] = draft.edited(cells[kpiId]!, column, text, rules.get(kpiId)!, locale);
      become({ cells, skipped, restored: 0 });
      sendSoon();
    },
    /** What is being typed, not finished; null: nothing. */
    typing(edit: Edit | null) {
      typing = edit && edit.text.trim() !== "" ? edit : null;
      keep(unstored());
    },
    discard: (kpiId: string) => change([kpiId], draft.discarded),
    /** The person stands by an unusual figure. */
    confirm: (kpiId: string) => change([kpiId], (cell) => ({ ...cell, isTouched: false })),
    keepMine(kpiId: string) {
      change([kpiId], draft.keptMine);
      sendSoon();
    },
    /** The cell was stored on another way. What was typed meanwhile is kept, and meets it as a conflict. */
    stored: (kpiId: string, cell: StoredCell) =>
      change([kpiId], (now) => (now.want ? { ...now, conflict: cell } : { ...draft.loaded(cell), isTouched: true })),
    takeTheirs: (kpiId: string) => change([kpiId], draft.tookTheirs),
    /** Brings back what an earlier page could not store. A draft of an older version meets the newer one as a conflict. */
    restore(drafts: Record<string, KeptDraft>) {
      const lost = Object.keys(drafts).filter((kpiId) => {
        const [kept, cell] = [drafts[kpiId]!, state.cells[kpiId]];
        return cell && (kept.refused || (kept.want && !saysTheSame(kept.want, cell.saved)));
      });
      if (lost.length === 0) return keep({});
      change(lost, (cell, index) => ({ ...cell, ...drafts[lost[index]!]!, isTouched: true }), {
        restored: lost.length,
      });
      sendSoon();
    },
    /** Tries again at once: the network is back, or somebody has signed in. */
    retry() {
      if (state.connection !== "ok" || readyCells().length > 0) sendSoon();
    },
    hasUnstored: () => typing !== null || Object.values(state.cells).some(draft.isUnsaved),
  };
}
