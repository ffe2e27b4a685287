import type { Locale } from "@/lib/language/model";
import { sameFigure, type Confirmed, type DraftCell, type Refused } from "@/lib/value/draft/model";
import { saysTheSame, type CellOutcome } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";

/** The cell on its way. */
export function sent(cell: DraftCell): DraftCell {
  return { ...cell, sending: cell.want };
}

/** The cell after a save did not come through: to be sent again. */
export function givenBack(cell: DraftCell): DraftCell {
  return { ...cell, sending: null };
}

/** The cell after its answer. */
export function settled(cell: DraftCell, answer: CellOutcome, locale: Locale): DraftCell {
  const { sending, want } = cell;
  if (!sending) return cell;
  if (answer.outcome === "conflict") return { ...cell, sending: null, conflict: answer.stored };
  if (answer.outcome === "refused" && answer.code === "periodClosed") return { ...cell, sending: null, isLocked: true };
  if (answer.outcome === "refused") {
    const refused: Refused = {
      column: "figure",
      text: writeCell(sending, locale),
      code: answer.code,
      suggestions: [],
      limit: null,
    };
    return { ...cell, sending: null, want: want === sending ? null : want, refused: cell.refused ?? refused };
  }
  const isDone = !want || saysTheSame(want, sending);
  return {
    ...cell,
    sending: null,
    saved: sending,
    version: answer.version,
    savedAt: answer.at ?? cell.savedAt,
    isExample: cell.isExample && sameFigure(sending, cell.saved),
    want: isDone ? null : want,
  };
}

/** The cell after its answer was stored, or (`null`) turned out to be about an older figure. */
export function answered(cell: DraftCell, confirmed: Confirmed | null): DraftCell {
  const others = cell.confirmed.filter(({ code }) => code !== confirmed?.code);
  return { ...cell, answer: null, confirmed: confirmed ? [...others, confirmed] : cell.confirmed };
}
