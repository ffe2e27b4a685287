import { said, type FrozenFigure, type FrozenFigures } from "../figures/model";

/** A figure that is not the same in two editions; null: the edition does not print it. */
export type FigureDifference = {
  code: string;
  name: { da: string; en: string };
  unitOfMeasure: string;
  year: number;
  before: string | null;
  after: string | null;
  /** Why, where the later edition says so. */
  reason: { da: string; en: string } | null;
};

/** Every figure that both editions could print and that differs, and those only one of them prints. */
export function figureDifferences(before: FrozenFigures, after: FrozenFigures): FigureDifference[] {
  const [was, is] = [cellsOf(before), cellsOf(after)];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return keys.flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const [saidBefore, saidNow] = [old && said(old.figure), now && said(now.figure)];
    if (saidBefore === saidNow) return [];
    const { kpi, figure } = (now ?? old)!;
    return [
      {
        ...{ code: kpi.code, name: kpi.name, unitOfMeasure: kpi.unitOfMeasure, year: figure.year },
        ...{ before: saidBefore ?? null, after: saidNow ?? null, reason: now?.figure.restated?.reason ?? null },
      },
    ];
  });
}

function cellsOf({ kpis }: FrozenFigures) {
  return new Map(
    kpis.flatMap((kpi) =>
      kpi.figures.map((figure): [string, { kpi: typeof kpi; figure: FrozenFigure }] => [
        `${kpi.code} ${figure.year}`,
        { kpi, figure },
      ]),
    ),
  );
}

/** Differences of the kind a reader asks about first: figures both editions print, and say otherwise. */
export function restatedBetween(differences: readonly FigureDifference[]): FigureDifference[] {
  return differences.filter(({ before, after }) => before !== null && after !== null);
}
