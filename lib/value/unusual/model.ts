import type { Confirmed } from "@/lib/value/draft/model";
import type { CellContent, CellFigure } from "@/lib/value/model";
import type { Question } from "@/lib/value/question/model";

/** A stored figure that a question is asked about, and the answer to it, if somebody gave one. */
export type UnusualFigure = {
  orgUnit: { id: string; code: string; name: string };
  kpi: { code: string; name: string };
  content: CellContent;
  lastYear: CellFigure | null;
  /** Code of the KPI whose figure the question names beside it. */
  wholeCode: string | null;
  question: Question;
  confirmed: Confirmed | null;
};

/** Those that name no figure which is hidden from whoever looks: neither the year's, nor last year's, nor the whole's. */
export function shownOf(
  figures: readonly UnusualFigure[],
  year: number,
  isHidden: (place: { code: string; orgUnitId: string; year: number }) => boolean,
): UnusualFigure[] {
  return figures.filter(({ kpi, orgUnit: { id: orgUnitId }, wholeCode }) => {
    const places = [
      { code: kpi.code, year },
      { code: kpi.code, year: year - 1 },
      ...(wholeCode === null ? [] : [{ code: wholeCode, year }]),
    ];
    return places.every((place) => !isHidden({ ...place, orgUnitId }));
  });
}

/** Those nobody has answered, and those that somebody stands by. */
export function byAnswer(figures: readonly UnusualFigure[]): { open: UnusualFigure[]; confirmed: UnusualFigure[] } {
  return {
    open: figures.filter(({ confirmed }) => !confirmed),
    confirmed: figures.filter(({ confirmed }) => confirmed),
  };
}
