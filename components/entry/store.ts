import type { Locale } from "@/lib/language/model";
import { saysTheSame, type StoredCell } from "@/lib/value/model";
import * as draft from "@/lib/value/draft/model";
import * as settlement from "@/lib/value/settlement/model";
import type { CellId, Confirmed, DraftCell, Refused } from "@/lib/value/draft/model";
import { noHistory, recorded, redone, undone, type History } from "@/lib/value/history/model";
import type { Confirmable } from "@/lib/value/question/model";
import type { KpiRule } from "@/lib/value/reading/model";
import type { Answer, Change, Edit, Failed, KeptDraft, Sent, SentAnswer, SheetState } from "./sheet-state";

type Options = {
  cells: { id: CellId; cell: StoredCell | null; rule: KpiRule; confirmed?: readonly Confirmed[] }[];
  locale: Locale;
  send: (block: Sent[]) => Promise<Answer>;
  /** Sends answers to questions; for each when it was stored, or null when the figure has moved on. */
  confirm?: (answers: SentAnswer[]) => Promise<{ stored: ({ at: string } | null)[] } | Failed>;
  /** Called with every draft that is not stored, in the order they were typed, whenever that changes. */
  keep: (drafts: Record<CellId, KeptDraft>) => void;
  /** Nothing can be entered: drafts are shown, and not sent. */
  isReadOnly?: boolean;
};

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
const nobodyAnswers = async (): Promise<Failed> => ({ failed: "denied" });

/** An entry sheet's cells and their way to the server: one block at a time, whatever waits goes with the next. */
export type SheetStore = ReturnType<typeof createSheet>;

/** Makes the store of one sheet. Nothing is sent or kept before the first edit. */
export function createSheet({ cells, locale, send, confirm = nobodyAnswers, keep, isReadOnly = false }: Options) {
  const rules = new Map(cells.map(({ id, rule }) => [id, rule]));
  const listeners = new Set<() => void>();
  const orders = new Map<CellId, number>();
  let edits = 0;
  const touch = (id: CellId) => orders.set(id, (edits += 1));
  let state: SheetState = {
    cells: Object.fromEntries(cells.map(({ id, cell, confirmed }) => [id, draft.loaded(cell, confirmed)])),
    connection: "ok",
    savedAt: null,
    restored: 0,
  };
  let history: History<Change[]> = noHistory;
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
    ids: readonly CellId[],
    how: (cell: DraftCell, index: number) => DraftCell,
    rest: Partial<SheetState> = {},
  ) {
    const cells = { ...state.cells };
    ids.forEach((id, index) => (cells[id] = how(cells[id]!, index)));
    become({ ...rest, cells });
  }

  const inOrder = (is: (cell: DraftCell) => boolean) =>
    Object.keys(state.cells)
      .filter((id) => is(state.cells[id]!))
      .sort((one, other) => (orders.get(one) ?? 0) - (orders.get(other) ?? 0));

  function unstored(): Record<CellId, KeptDraft> {
    const kept = Object.fromEntries(
      inOrder(draft.isUnsaved).map((id): [CellId, KeptDraft] => {
        const { version, want, refused, answer } = state.cells[id]!;
        return [id, { version, want, refused, answer, order: orders.get(id) ?? 0 }];
      }),
    );
    if (!typing) return kept;
    const { id, column, text } = typing;
    const cell = state.cells[id]!;
    const { version, want, answer } = cell;
    const unfinished: Refused = { column, text, code: "unfinished", suggestions: [text], limit: null };
    const refused = draft.refusedToo(cell, unfinished);
    return { ...kept, [id]: { version, want, answer, refused, order: edits + 1 } };
  }

  /** Sends soon, so that everything of one keystroke or paste goes in one block. */
  function sendSoon(delay = 0) {
    clearTimeout(timer);
    if (!isReadOnly) timer = setTimeout(() => void sendAll(), delay);
  }

  async function sendAll() {
    if (isSending) return;
    isSending = true;
    try {
      for (let ready = inOrder(draft.isReady); ready.length > 0; ready = inOrder(draft.isReady))
        if (!(await sendBlock(ready))) return;
      const answers = inOrder(draft.isAnswerReady);
      if (answers.length > 0) await sendAnswers(answers);
    } finally {
      isSending = false;
    }
  }

  function failed({ failed: connection }: Failed, ids: readonly CellId[]): false {
    change(ids, settlement.givenBack, { connection });
    if (connection === "retrying") sendSoon((retryIn = Math.min(LONGEST_RETRY_MS, retryIn * 2)));
    return false;
  }

  async function sendBlock(ids: CellId[]): Promise<boolean> {
    change(ids, settlement.sent);
    const block = ids.map((id) => ({
      ...state.cells[id]!.sending!,
      ...draft.placeOf(id),
      seen: state.cells[id]!.version,
    }));
    const answer = await send(block).catch((): Answer => ({ failed: "retrying" }));
    if ("failed" in answer) return failed(answer, ids);
    retryIn = FIRST_RETRY_MS;
    const saved = answer.outcomes.flatMap((one) => (one.outcome === "saved" ? [one.at] : [])).at(-1);
    change(ids, (cell, index) => settlement.settled(cell, answer.outcomes[index]!, locale), {
      connection: "ok",
      savedAt: saved ?? state.savedAt,
    });
    return true;
  }

  async function sendAnswers(ids: CellId[]): Promise<void> {
    const asked = ids.map((id) => state.cells[id]!.answer!);
    const answers = ids.map((id, at) => ({ ...draft.placeOf(id), version: state.cells[id]!.version, ...asked[at]! }));
    const answer = await confirm(answers).catch((): Failed => ({ failed: "retrying" }));
    if ("failed" in answer) return void failed(answer, []);
    retryIn = FIRST_RETRY_MS;
    const saved = answer.stored.findLast((one) => one !== null);
    change(
      ids,
      (cell, index) => {
        const at = answer.stored[index]?.at;
        // Answered again meanwhile: the newer answer goes with the next.
        return cell.answer === asked[index]
          ? settlement.answered(cell, at ? { ...asked[index]!, by: "", at } : null)
          : cell;
      },
      { connection: "ok", savedAt: saved?.at ?? state.savedAt },
    );
  }

  /** Changes cells in one step that can be taken back, and sends what was accepted. */
  function step(ids: readonly CellId[], how: (cells: Record<CellId, DraftCell>) => void) {
    const cells = { ...state.cells };
    typing = null;
    how(cells);
    const changes = [...new Set(ids)].flatMap((id): Change[] => {
      const [before, after] = [draft.snapshot(state.cells[id]!), draft.snapshot(cells[id]!)];
      return draft.isSame(before, after) ? [] : [{ id, before, after }];
    });
    for (const { id } of changes) touch(id);
    if (changes.length > 0) history = recorded(history, changes);
    become({ cells, restored: 0 });
    sendSoon();
  }

  /** Brings the cells of a step to one side of it. */
  function bring(moved: { step: Change[]; history: History<Change[]> } | null, side: "before" | "after") {
    if (!moved) return null;
    history = moved.history;
    typing = null;
    const sides = new Map(moved.step.map((one) => [one.id, one[side]]));
    change([...sides.keys()], (cell, index) => draft.broughtBack(cell, [...sides.values()][index]!));
    sendSoon();
    return moved.step;
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: () => state,
    /** Applies edits, each by itself, as one step. */
    edit(typed: readonly Edit[]) {
      step(
        typed.map(({ id }) => id),
        (cells) => {
          for (const { id, column, text } of typed)
            cells[id] = draft.edited(cells[id]!, column, text, rules.get(id)!, locale);
        },
      );
    },
    /** Takes the last step back, also what of it is stored; answers with it, or null. */
    undo: () => bring(undone(history), "before"),
    /** Does again what was taken back last. */
    redo: () => bring(redone(history), "after"),
    /** What is being typed, not finished; null: nothing. */
    typing(edit: Edit | null) {
      typing = edit && edit.text.trim() !== "" ? edit : null;
      keep(unstored());
    },
    discard: (id: CellId) => change([id], draft.discarded),
    /** The person stands by an unusual figure, and says why. */
    confirm(id: CellId, code: Confirmable, comment: string) {
      touch(id);
      change([id], (cell) => ({ ...cell, answer: { code, comment } }));
      sendSoon();
    },
    /** A conflict was settled by a choice. */
    choose(id: CellId, choice: (cell: DraftCell) => DraftCell) {
      change([id], choice);
      sendSoon();
    },
    /** The cell was stored on another way. What was typed meanwhile is kept, and meets it as a conflict. */
    stored: (id: CellId, cell: StoredCell) =>
      change([id], (now) => (now.want ? { ...now, conflict: cell } : { ...draft.loaded(cell), isTouched: true })),
    /** Brings back what an earlier page could not store. A draft of an older version meets the newer one as a conflict. */
    restore(drafts: Record<CellId, KeptDraft>) {
      const lost = Object.keys(drafts).filter((id) => {
        const [kept, cell] = [drafts[id]!, state.cells[id]];
        return cell && (kept.refused || kept.answer || (kept.want && !saysTheSame(kept.want, cell.saved)));
      });
      if (lost.length === 0) return keep({});
      lost.forEach(touch);
      change(
        lost,
        (cell, index) => {
          const { version, want, refused, answer = null } = drafts[lost[index]!]!;
          const isLocked = isReadOnly && want !== null;
          return { ...cell, version, want, refused, answer, isTouched: true, isLocked };
        },
        { restored: lost.length },
      );
      sendSoon();
    },
    /** Tries again at once: the network is back, or somebody has signed in. */
    retry() {
      if (state.connection !== "ok" || inOrder(draft.isReady).length > 0) sendSoon();
    },
    hasUnstored: () => typing !== null || Object.values(state.cells).some(draft.isUnsaved),
  };
}
