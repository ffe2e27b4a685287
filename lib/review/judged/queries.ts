import { figuresOf, type KpiRow } from "@/lib/evaluation/queries";
import type { Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
import type { UnusualFigure } from "@/lib/value/unusual/model";
import { getUnusualFigures } from "@/lib/value/unusual/queries";
import { getReviewCells, type ReviewCell } from "../cells/queries";
import { groupOf, inOrder, type ReviewGroup } from "../model";
import type { Rank } from "../ranking/model";
import { ranksOf } from "../ranking/queries";

/** A value with its rank and the group it belongs to as long as nobody discusses it. */
export type Judged = ReviewCell & { kpi: KpiRow; pillar: string; rank: Rank; group: ReviewGroup };

/** The values of a year in the order of a review, when they were read, and what is asked about them, by `keyOf`. */
export type JudgedYear = { seenAt: string; cells: Judged[]; asked: Map<string, UnusualFigure[]> };

const unranked: Rank = { deviation: 0, impact: 0, score: 0, expected: 1 };

/** What raises questions changes with the figures and with the answers, and both raise the version of the data. */
const unusualOf = memo(8, (organisationId: string, _dataVersion: string, year: number, locale: Locale) =>
  getUnusualFigures(organisationId, year, null, locale),
);

/** The place of a value: its KPI by code, and its org unit. */
export const keyOf = (code: string, orgUnitId: string) => `${code} ${orgUnitId}`;

/**
 * The values of a year judged and put in order, kept until a figure, definition or answer (`dataVersion`) or a verdict
 * (`verdicts`) changes: of twenty thousand of them, a page shows a hundred.
 */
export const judgedOf = memo(
  4,
  async (
    organisationId: string,
    dataVersion: string,
    year: number,
    locale: Locale,
    _verdicts: number,
  ): Promise<JudgedYear> => {
    const [{ seenAt, cells }, ranks, unusual, { kpis, tree }] = await Promise.all([
      getReviewCells(organisationId, year),
      ranksOf(organisationId, dataVersion, year),
      unusualOf(organisationId, dataVersion, year, locale),
      figuresOf(organisationId, dataVersion, year),
    ]);
    const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
    const asked = new Map<string, UnusualFigure[]>();
    for (const figure of unusual) {
      const key = keyOf(figure.kpi.code, figure.orgUnit.id);
      asked.set(key, [...(asked.get(key) ?? []), figure]);
    }
    const { nodes } = tree(year);
    const judged = cells.flatMap((cell): Judged[] => {
      const kpi = byId.get(cell.kpiId);
      if (!kpi || !nodes.has(cell.orgUnitId)) return [];
      const rank = ranks.get(`${cell.kpiId} ${cell.orgUnitId}`) ?? unranked;
      const questions = asked.get(keyOf(kpi.code, cell.orgUnitId)) ?? [];
      const { state, hasComment } = cell;
      const answered = questions.filter(({ confirmed }) => confirmed).length;
      const group = groupOf({ state, hasComment, rank, questions: questions.length, answered, open: 0 });
      return [{ ...cell, kpi, pillar: kpi.pillar?.code ?? "base", rank, group }];
    });
    return { seenAt, cells: inOrder(judged), asked };
  },
);
