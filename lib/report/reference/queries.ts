import { Refusal } from "@/lib/access/refusal";
import { changeBetween } from "@/lib/change/model";
import { comparability } from "@/lib/comparability/model";
import { noFigure } from "@/lib/evaluation/model";
import { figuresOf } from "@/lib/evaluation/queries";
import { getYearView } from "@/lib/figure/queries";
import type { KpiYear } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { breakBetween } from "@/lib/series-break/model";
import { hiddenFrom } from "@/lib/suppression/queries";
import { statedIn } from "@/lib/unit-of-measure/model";
import { figureOf } from "@/lib/year-view/model";
import { referenceFormat } from "./notation/model";
import { isBroken, unboundIn, type ReferenceSource } from "./resolution/model";

/** The organisation as a request saw it. */
export type Organisation = { id: string; dataVersion: string };

/**
 * What the references in the report of a year are looked up in. A report is for everybody, so a figure of few people
 * is hidden here whoever writes.
 */
export async function referenceSource(
  organisation: Organisation,
  reportYear: number,
  locale: Locale,
): Promise<ReferenceSource> {
  const { id, dataVersion } = organisation;
  const everybody = { roles: [], orgUnitIds: [], organisation };
  const [view, { kpis, facts, trees, heldIn, evaluate, tree }, isHidden] = await Promise.all([
    getYearView(id, dataVersion, reportYear, locale),
    figuresOf(id, dataVersion, reportYear),
    hiddenFrom(everybody, reportYear),
  ]);
  const known = new Map([...view.kpis, ...view.base].map((row) => [row.code, row]));
  const versions = new Map(kpis.map((kpi) => [kpi.code, kpi.versions]));
  const compare = comparability(facts, trees, heldIn);
  const unitIn = (code: string, year: number) =>
    tree(year)
      .leavesBelow(tree(year).rootId)
      .find((node) => node.code === code && !node.isRoot);
  const cell = ({ code }: KpiYear, orgUnit: string | null, year: number) => {
    const id = orgUnit === null ? tree(year).rootId : unitIn(orgUnit, year)?.id;
    return id === undefined ? noFigure : evaluate(code, id, year);
  };
  const figure: ReferenceSource["figure"] = (kpi, orgUnit, year) => {
    const unit = orgUnit === null ? null : unitIn(orgUnit, year);
    if (unit && isHidden({ code: kpi.code, orgUnitId: unit.id, year })) return "hidden";
    const shown = orgUnit === null ? kpi.figures.find((one) => one.year === year) : undefined;
    const fixed = versionIn(versions.get(kpi.code) ?? [], year)?.decimals ?? null;
    return shown ?? figureOf(year, cell(kpi, orgUnit, year), fixed, tree(year));
  };
  const decimalsIn = (kpi: KpiYear, orgUnit: string | null, year: number) => {
    const one = figure(kpi, orgUnit, year);
    return one === "hidden" ? 0 : one.decimals;
  };
  return {
    reportYear,
    years: view.allYears.map(({ year }) => year).filter((year) => year <= reportYear && year > reportYear - 6),
    kpi: (code) => known.get(code) ?? null,
    isOrgUnit: (code, year) => unitIn(code, year) !== undefined,
    figure,
    change: (kpi, orgUnit, from, to) => {
      const rule = {
        direction: kpi.direction,
        decimals: Math.max(decimalsIn(kpi, orgUnit, from), decimalsIn(kpi, orgUnit, to)),
        statedIn: statedIn(kpi.unitOfMeasure),
        replacesAnother: kpi.replaces !== null,
      };
      const [before, now] = [from, to].map((year) => ({ year, cell: cell(kpi, orgUnit, year) }));
      if (orgUnit === null) return compare(kpi.code, kpi.breaks)(before!, now!, rule).change;
      return changeBetween(before!.cell, now!.cell, { ...rule, seriesBreak: breakBetween(kpi.breaks, from, to) });
    },
    format: referenceFormat(locale),
  };
}

/**
 * Refuses texts with references that no figure can make sense of, by field, line and reason:
 * `report.reference.syntax` and its siblings. One without a figure yet is saved, and marked in the draft.
 */
export async function refuseUnbound(
  organisation: Organisation,
  year: number,
  texts: Record<string, string>,
): Promise<void> {
  const written = Object.entries(texts).filter(([, text]) => text.includes("{{"));
  if (written.length === 0) return;
  const source = await referenceSource(organisation, year, "da");
  for (const [field, text] of written) {
    const wrong = unboundIn(text, source).find(({ why }) => isBroken(why));
    if (!wrong) continue;
    const { why, line, source: reference } = wrong;
    throw new Refusal(`report.reference.${why}`, { field, line, reference }, field);
  }
}
