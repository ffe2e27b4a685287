import { figuresOf } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { memo } from "@/lib/memo/model";
import { changeOf, peersOf, rankOf, type Rank } from "./model";

/** Years before the one under review that tell what is usual. */
const YEARS_BACK = 4;
const KEPT = 8;
/** Among more org units than this one more or less moves no median that could be told apart. */
const MANY = 30;
const alone = peersOf([]);

/** The rank of every stored figure of a year, by "KPI org unit", in the order of the KPIs; kept per version of the organisation's data. */
export const ranksOf = memo(KEPT, async (organisationId: string, dataVersion: string, year: number) => {
  const { kpis, near, tree } = await figuresOf(organisationId, dataVersion, year);
  const orgUnits = [...tree(year).nodes.values()];
  const ranks = new Map<string, Rank>();
  for (const kpi of kpis) {
    const version = versionIn(kpi.versions, year);
    if (!version || version.formula !== null) continue;
    const from = kpi.breaks.reduce((latest, one) => (one.year <= year ? Math.max(latest, one.year) : latest), 0);
    const units = new Map(
      Array.from({ length: YEARS_BACK + 1 }, (_, back) => year - back).map((at) => [
        at,
        versionIn(kpi.versions, at)?.unitOfMeasure,
      ]),
    );
    const numberIn = (orgUnitId: string, at: number) => {
      const isSame = at >= from && units.get(at) === version.unitOfMeasure;
      return isSame ? near(kpi.code, orgUnitId, at) : null;
    };
    const series = orgUnits.flatMap(({ id, isRoot }) => {
      const now = numberIn(id, year);
      if (now === null) return [];
      const before = Array.from({ length: YEARS_BACK }, (_, back) => numberIn(id, year - 1 - back));
      return [{ id, isRoot, now, before, change: before[0] == null ? null : changeOf(now, before[0]) }];
    });
    const below = series.filter(({ isRoot }) => !isRoot);
    const total = below.reduce((sum, { before }) => sum + Math.abs(before[0] ?? 0), 0);
    const changes = below.flatMap(({ change }) => change ?? []);
    const all = peersOf(changes);
    for (const { id, isRoot, now, before, change } of series) {
      const peers = isRoot ? alone : changes.length > MANY ? all : peersOf(withoutOne(changes, change));
      const others = isRoot ? 0 : version.consolidation === "sum" ? total - Math.abs(before[0] ?? 0) : null;
      const tolerance = version.tolerancePercent.toNumber();
      ranks.set(`${kpi.id} ${id}`, rankOf({ now, before, tolerance, peers, others }));
    }
  }
  return ranks;
});

function withoutOne(changes: readonly number[], own: number | null): number[] {
  const at = own === null ? -1 : changes.indexOf(own);
  return changes.filter((_, index) => index !== at);
}
