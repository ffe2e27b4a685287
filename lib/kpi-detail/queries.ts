import { comparability } from "@/lib/comparability/model";
import { whyMissed } from "@/lib/coverage/missed/model";
import { coverageView } from "@/lib/coverage/model";
import { database } from "@/lib/database/client";
import { figuresOf } from "@/lib/evaluation/queries";
import type { Figure, KpiYear } from "@/lib/figure/model";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { percentChange, round, subtract } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";
import { statedIn } from "@/lib/unit-of-measure/model";
import type { IsHidden } from "@/lib/suppression/queries";
import { figureOf } from "@/lib/year-view/model";
import type { KpiDetail } from "./model";

/** Details of a KPI whose row is known, less what is hidden from whoever asks; null when the organisation has no such KPI in that year. */
export async function getKpiDetail(
  organisationId: string,
  dataVersion: string,
  row: KpiYear,
  locale: Locale,
  isHidden: IsHidden,
): Promise<KpiDetail | null> {
  const years = row.figures.map((figure) => figure.year);
  const year = years.at(-1) ?? 0;
  const [{ kpis, facts, trees, heldIn, evaluate, tree, beside }, references, { fteKpiId }] = await Promise.all([
    figuresOf(organisationId, dataVersion, year),
    database.kpiReference.findMany({
      where: { organisationId, kpi: { code: row.code } },
      orderBy: [{ framework: "asc" }, { disclosure: "asc" }],
      select: { framework: true, edition: true, disclosure: true },
    }),
    database.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { fteKpiId: true } }),
  ]);
  const kpi = kpis.find(({ code }) => code === row.code);
  const version = kpi && versionIn(kpi.versions, year);
  if (!kpi || !version) return null;
  const now = tree(year);
  const fixedIn = (at: number) => versionIn(kpi.versions, at)?.decimals ?? null;
  const compare = comparability(facts, trees, heldIn)(row.code, row.breaks);
  const changes = years.map((at, index) => {
    const decimals = Math.max(row.figures[index]?.decimals ?? 0, row.figures[index - 1]?.decimals ?? 0);
    const rule = {
      direction: row.direction,
      decimals,
      statedIn: statedIn(row.unitOfMeasure),
      replacesAnother: row.replaces !== null,
    };
    const figureIn = (of: number) => ({ year: of, cell: evaluate(row.code, now.rootId, of) });
    return compare(figureIn(at - 1), figureIn(at), rule).change;
  });
  const orgUnits = now
    .leavesBelow(now.rootId)
    .filter((node) => !node.isRoot)
    .map((node) => ({
      id: node.id,
      code: node.code,
      name: node.name,
      figures: years.map((at) =>
        isHidden({ code: row.code, orgUnitId: node.id, year: at })
          ? ("hidden" as const)
          : figureOf(at, evaluate(row.code, node.id, at), fixedIn(at), tree(at)),
      ),
    }));
  const fte = kpis.find(({ id }) => id === fteKpiId);
  const fteVersion = fte && versionIn(fte.versions, year);
  const whole = evaluate(row.code, now.rootId, year);
  return {
    coverage: whole.quantity
      ? coverageView(
          { tree: now, orgUnitId: now.rootId, covers: whole.covers },
          (id) => {
            const known = fte && evaluate(fte.code, id, year);
            return known?.quantity ? { amount: measure(known.quantity), isExample: known.isExample } : null;
          },
          whyMissed(facts, evaluate, { code: row.code, year }),
        )
      : null,
    fteName: fteVersion ? fteVersion[locale === "da" ? "shortNameDa" : "shortNameEn"] : null,
    beside: years.toReversed().flatMap((at) => {
      const both = beside(row.code, now.rootId, at);
      if (!both) return [];
      const [entered, consolidated] = [both.entered, both.consolidated].map((cell) =>
        figureOf(at, cell, fixedIn(at), tree(at)),
      ) as [Figure, Figure];
      const [was, is] = [measure(both.entered.quantity!), measure(both.consolidated.quantity!)];
      const percent = percentChange(was, is);
      return [
        {
          entered,
          consolidated,
          counts: both.counts,
          difference: round(subtract(is, was), Math.max(entered.decimals, consolidated.decimals)),
          relative: percent && round(percent, 1),
        },
      ];
    }),
    definedFrom: version.validFromYear,
    definedTo:
      kpi.versions.map((other) => other.validFromYear - 1).find((last) => last >= version.validFromYear) ?? null,
    isCollectedPerOrgUnit: version.collectionLevel === "orgUnit",
    consolidation: version.consolidation,
    references,
    changes,
    orgUnits: orgUnits.filter(({ figures }) =>
      figures.some((figure) => figure === "hidden" || figure.status !== "missing"),
    ),
  };
}
