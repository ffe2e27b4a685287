import type { Figure, KpiYear, YearView } from "@/lib/figure/model";

/** A figure of a number, or without one. */
export function figure(year: number, amount: string | null, rest: Partial<Figure> = {}): Figure {
  const decimals = amount?.split(".")[1]?.length ?? 0;
  return {
    year,
    status: amount === null ? "missing" : "reported",
    amount,
    split: null,
    decimals,
    origin: "entered",
    isExample: false,
    basis: "",
    comment: "",
    source: "",
    coverage: null,
    lacks: [],
    restated: null,
    ...rest,
  };
}

/** A KPI of the environment table over two years. */
export function kpi(code: string, rest: Partial<KpiYear> = {}): KpiYear {
  return {
    code,
    name: code.toUpperCase(),
    shortName: code,
    definition: "",
    unitOfMeasure: "t",
    direction: "lower",
    valueKind: "number",
    pillarCode: "producer",
    appendixPart: "environment",
    table: "Miljø",
    parentCode: null,
    formula: null,
    replaces: null,
    replacedBy: null,
    figures: [figure(2022, "1"), figure(2023, "2")],
    change: { comparable: false, why: "noPrevious" },
    target: { state: "noTarget", target: null, rule: null },
    footnotes: [],
    benchmarks: [],
    breaks: [],
    likeForLike: null,
    ...rest,
  };
}

/** A year of one pillar with these KPIs. */
export function yearView(kpis: KpiYear[], rest: Partial<YearView> = {}): YearView {
  return {
    organisation: { id: "o", slug: "acme", name: "Acme", currency: "DKK" },
    year: 2023,
    years: [2022, 2023],
    allYears: [{ year: 2023, state: "open" }],
    pillars: [
      {
        code: "producer",
        name: "Producent",
        colour: "producer",
        isGuiding: true,
        sdgs: [12],
        themes: [],
        kpiCodes: kpis.map(({ code }) => code),
      },
    ],
    kpis,
    base: [],
    footnotes: [],
    orgUnits: [],
    ...rest,
  };
}
