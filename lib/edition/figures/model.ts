import type { Figure, KpiYear, TargetState, YearView } from "@/lib/figure/model";
import { shownStatus } from "@/lib/report/notation/model";

/** A figure as an edition prints it; exact decimals with a full stop, null where there is none. */
export type FrozenFigure = {
  year: number;
  status: string;
  value: string | null;
  men: string | null;
  women: string | null;
  /** What it said when its year was published, and why it says something else; null: as published. */
  restated: { before: string; reason: { da: string; en: string } } | null;
};

/** A KPI with its figures, years ascending. */
export type FrozenKpi = {
  code: string;
  name: { da: string; en: string };
  unitOfMeasure: string;
  target: { year: number; kind: string; amount: string | null; men: string | null; women: string | null } | null;
  state: TargetState;
  figures: FrozenFigure[];
};

/** Every figure of an edition, in the order of the appendix: what its digest is of. */
export type FrozenFigures = { organisation: string; year: number; kpis: FrozenKpi[] };

/** The figures of a report as they are printed, in both languages at once. */
export function frozenFigures(views: { da: YearView; en: YearView }): FrozenFigures {
  const english = new Map(views.en.kpis.map((kpi) => [kpi.code, kpi]));
  return {
    organisation: views.da.organisation.slug,
    year: views.da.year,
    kpis: views.da.kpis
      .filter(({ appendixPart }) => appendixPart !== null)
      .map((kpi) => frozenKpi(kpi, english.get(kpi.code) ?? kpi)),
  };
}

function frozenKpi(da: KpiYear, en: KpiYear): FrozenKpi {
  const { target, state } = da.target;
  return {
    code: da.code,
    name: { da: da.name, en: en.name },
    unitOfMeasure: da.unitOfMeasure,
    target: target && {
      ...{ year: target.year, kind: target.kind, amount: target.amount, men: target.men, women: target.women },
    },
    state,
    figures: da.figures.map((figure) =>
      frozenFigure(
        figure,
        en.figures.find(({ year }) => year === figure.year),
      ),
    ),
  };
}

function frozenFigure(da: Figure, en: Figure | undefined): FrozenFigure {
  const { restated } = da;
  return {
    year: da.year,
    status: shownStatus(da),
    value: da.amount,
    men: da.split?.men ?? null,
    women: da.split?.women ?? null,
    restated: restated && {
      before: said({ ...restated.before, value: restated.before.amount }),
      reason: { da: restated.reason, en: en?.restated?.reason ?? restated.reason },
    },
  };
}

/** A figure in one text: "719", "27/73", or its status. */
export function said({ status, value, men, women }: Pick<FrozenFigure, "status" | "value" | "men" | "women">): string {
  if (value !== null) return value;
  return men !== null && women !== null ? `${men}/${women}` : status;
}
