/** Year views for tests of what reads them: a figure, a KPI and a view are complete, and a test names only what it is about. */
import type { Change, Figure, Judgement, KpiYear, TargetState, TargetView, YearView } from "@/lib/figure/model";

/** A reported figure; without an amount, a missing one. */
export function figure(year: number, amount: string | null, rest: Partial<Figure> = {}): Figure {
  return {
    year,
    amount,
    status: amount === null && !rest.split ? "missing" : "reported",
    split: null,
    decimals: amount?.split(".")[1]?.length ?? 0,
    origin: amount === null ? null : "entered",
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

/** A change that can be stated. */
export function change(
  judgement: Judgement,
  relative: string | null,
  rest: Partial<Change & { comparable: true }> = {},
): Change & { comparable: true } {
  const moved = relative === null ? "up" : relative === "0" ? "level" : relative.startsWith("-") ? "down" : "up";
  return { comparable: true, judgement, moved, relative, absolute: "1", statedIn: "percent", ...rest };
}

/** A target. */
export function target(rest: Partial<TargetView> = {}): TargetView {
  return {
    year: 2024,
    kind: "atLeast",
    amount: "10",
    scale: 0,
    men: null,
    women: null,
    baselineYear: null,
    printsUnit: false,
    note: "",
    limit: "10",
    ...rest,
  };
}

type KpiParts = Partial<Omit<KpiYear, "target">> & { code: string; state?: TargetState; target?: TargetView | null };

/** A KPI whose short name is its code, with figures of 2022 and 2023, unchanged and without a target. */
export function kpi({ code, state = "noTarget", target: stated = null, ...rest }: KpiParts): KpiYear {
  return {
    code,
    name: `${code} in full`,
    shortName: code,
    definition: "",
    unitOfMeasure: "t",
    direction: "lower",
    valueKind: "number",
    pillarCode: "one",
    appendixPart: "social",
    table: "",
    parentCode: null,
    formula: null,
    replaces: null,
    replacedBy: null,
    figures: [figure(2022, "10"), figure(2023, "10")],
    change: change("unchanged", "0"),
    target: { state, target: stated, rule: null },
    footnotes: [],
    benchmarks: [],
    breaks: [],
    likeForLike: null,
    ...rest,
  };
}

/** A view of 2023 with one pillar per pillar code that occurs, in order of appearance. */
export function yearView(kpis: KpiYear[], rest: Partial<YearView> = {}): YearView {
  const codes = [...new Set(kpis.flatMap((row) => row.pillarCode ?? []))];
  return {
    organisation: { id: "organisation", slug: "test", name: "Test", currency: "DKK" },
    year: 2023,
    years: [2022, 2023],
    allYears: [
      { year: 2022, state: "published" },
      { year: 2023, state: "published" },
    ],
    pillars: codes.map((code) => ({
      code,
      name: code,
      colour: "ethics",
      isGuiding: true,
      sdgs: [],
      themes: [],
      kpiCodes: kpis.filter((row) => row.pillarCode === code).map((row) => row.code),
    })),
    kpis,
    base: [],
    footnotes: [],
    orgUnits: [],
    ...rest,
  };
}
