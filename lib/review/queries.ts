import { countVerdicts } from "@/lib/approval/queries";
import type { Access } from "@/lib/access/model";
import { database } from "@/lib/database/client";
import { figuresOf } from "@/lib/evaluation/queries";
import type { Locale } from "@/lib/language/model";
import { hiddenFrom } from "@/lib/suppression/queries";
import { getBesideCounts } from "@/lib/value/beside/queries";
import { itemMaker } from "./item/queries";
import { judgedOf } from "./judged/queries";
import { reviewGroups, type Review, type ReviewFilter } from "./model";
import { tallyOf } from "./tally/model";

/**
 * The review of a year: every stored value in its group, ranked by how unusual it is and how much it moves, of each
 * group the first `most`. Null when the organisation has no such year. A fixed number of reads; what all readers share
 * is kept, and only what is shown is worked out.
 */
export async function getReview(
  access: Access,
  year: number,
  locale: Locale,
  filter: ReviewFilter,
  most: number,
): Promise<Review | null> {
  const { id, dataVersion } = access.organisation;
  const verdicts = await countVerdicts(id, year);
  const [period, pillars, { seenAt, cells, asked }, beside, { facts, near, tree, evaluate }, isHidden] =
    await Promise.all([
      database.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId: id, year } } }),
      database.pillar.findMany({ where: { organisationId: id }, orderBy: { position: "asc" } }),
      judgedOf(id, dataVersion, year, locale, verdicts),
      getBesideCounts(id, year, null),
      figuresOf(id, dataVersion, year),
      hiddenFrom(access, year),
    ]);
  if (!period) return null;
  const { nodes } = tree(year);
  const discussed = new Set(beside.flatMap((one) => (one.open > 0 ? [`${one.kpiId} ${one.orgUnitId}`] : [])));
  const { all, byPillar, byOrgUnit, groups } = tallyOf(cells, {
    isHidden: ({ kpi: { code }, orgUnitId }) => isHidden({ code, orgUnitId, year }),
    isDiscussed: ({ kpiId, orgUnitId }) => discussed.size > 0 && discussed.has(`${kpiId} ${orgUnitId}`),
    isAsked: ({ orgUnitId, pillar, state }) =>
      (filter.unit === null || nodes.get(orgUnitId)!.code === filter.unit) &&
      (filter.pillar === null || pillar === filter.pillar) &&
      (filter.state === null || state === filter.state),
    most,
  });
  const itemOf = itemMaker({ facts, near, tree, evaluate, year, userId: access.user.id, asked, locale });
  return {
    year,
    period: { state: period.state, dueOn: period.dueOn?.toISOString().slice(0, 10) ?? null },
    seenAt,
    counts: all,
    pillars: [
      ...pillars.map((pillar) => ({ code: pillar.code, name: locale === "da" ? pillar.nameDa : pillar.nameEn })),
      { code: "base", name: null },
    ].flatMap((pillar) => {
      const counts = byPillar.get(pillar.code);
      return counts ? [{ ...pillar, counts }] : [];
    }),
    orgUnits: [...nodes.values()].flatMap(({ id: unitId, code, name }) => {
      const counts = byOrgUnit.get(unitId);
      return counts ? [{ id: unitId, code, name, counts }] : [];
    }),
    groups: Object.fromEntries(
      reviewGroups.map((group) => {
        const { total, first } = groups[group];
        return [group, { total, items: first.map(itemOf) }];
      }),
    ) as Review["groups"],
  };
}
