import type { SignName } from "@/components/ui/signs";
import { contentNow, isUnsaved, stateOf, type DraftCell } from "@/lib/value/draft/model";
import { whenSaved } from "./when";
import type { ApprovalMark, CellView, SheetView } from "./view";
import { fill, type EntryWords } from "./words";

/** How a cell's state is shown: a sign, a word, and what stands beside it. */
export type Mark = { sign: SignName; tone: string; word: string; beside: string; title?: string };

/** The mark of a cell that can be entered. */
export function markOf(
  cell: DraftCell,
  isQuestioned: boolean,
  { words: { state, glyph }, today, locale }: SheetView,
): Mark {
  const { status } = contentNow(cell);
  const when = whenSaved(cell.savedAt, today, locale);
  const stoodBy = cell.confirmed.length > 0 ? state.confirmed : "";
  const nature = [status === "estimated" ? state.estimated : "", cell.isExample ? state.example : "", stoodBy]
    .filter(Boolean)
    .join(", ");
  // When an example was loaded is nobody's business; the title still tells.
  const also = cell.isExample ? nature : [when, nature].filter(Boolean).join(", ");
  const why = cell.confirmed.map(({ comment }) => comment).join(" · ");
  const title = [when && fill(state.savedAt, { time: when }), nature, why].filter(Boolean).join(", ");
  switch (stateOf(cell)) {
    case "refused":
      return { sign: "stop", tone: "worse", word: state.refused, beside: state.notSaved };
    case "conflict":
      return { sign: "conflict", tone: "worse", word: state.conflict, beside: state.notSaved };
    case "locked":
      return { sign: "lock", tone: "worse", word: state.locked, beside: state.notSaved };
    case "saving":
      return { sign: "saving", tone: "quiet", word: state.saving, beside: "" };
    case "waiting":
      return { sign: "saving", tone: "quiet", word: state.waiting, beside: "" };
    case "missing":
      return { sign: "ring", tone: "quiet", word: state.missing, beside: "" };
    default:
      if (isQuestioned)
        return {
          sign: "question",
          tone: "question",
          word: state.question,
          beside: fill(state.savedAt, { time: also }),
        };
      if (status === "pending")
        return { sign: "clock", tone: "quiet", word: glyph.pending, beside: fill(state.savedAt, { time: when }) };
      if (status === "reported" || status === "estimated")
        return { sign: "check", tone: "better", word: state.saved, beside: also, title };
      return {
        sign: "check",
        tone: "quiet",
        word: status ? glyph[status] : state.saved,
        beside: fill(state.savedAt, { time: when }),
      };
  }
}

/** The mark with what was said of this very version: sent back, it says so instead; else it is added. Nothing while something is unsaved. */
export function withApproval(mark: Mark, cell: DraftCell, approval: ApprovalMark | undefined): Mark {
  if (approval?.version !== cell.version || isUnsaved(cell)) return mark;
  const { state, word, comment } = approval;
  if (state === "returned") return { sign: "question", tone: "question", word, beside: comment, title: comment };
  // Where the place is narrow, an example's mark is what can be missed.
  const added = (text: string) => (cell.isExample ? [word, text] : [text, word]).filter(Boolean).join(", ");
  return { ...mark, beside: added(mark.beside), title: added(mark.title ?? mark.beside) };
}

/** The mark of a cell that is worked out, or not asked for here. */
export function lockedMark(kind: CellView["kind"], { state }: EntryWords): Mark {
  const [sign, word] =
    kind === "notAsked" || kind === null
      ? (["lock", state.notAsked] as const)
      : (["sum", kind === "calculated" ? state.calculated : state.consolidated] as const);
  return { sign, tone: "quiet", word, beside: "" };
}
