import type { Confirmed } from "@/lib/value/draft/model";
import type { CellContent, CellFigure } from "@/lib/value/model";
import type { Question } from "@/lib/value/question/model";

/** A stored figure that a question is asked about, and the answer to it, if somebody gave one. */
export type UnusualFigure = {
  orgUnit: { code: string; name: string };
  kpi: { code: string; name: string };
  content: CellContent;
  lastYear: CellFigure | null;
  question: Question;
  confirmed: Confirmed | null;
};

/** Those nobody has answered, and those that somebody stands by. */
export function byAnswer(figures: readonly UnusualFigure[]): { open: UnusualFigure[]; confirmed: UnusualFigure[] } {
  return {
    open: figures.filter(({ confirmed }) => !confirmed),
    confirmed: figures.filter(({ confirmed }) => confirmed),
  };
}
