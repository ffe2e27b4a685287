import { countVerdicts } from "@/lib/approval/queries";
import type { Access } from "@/lib/access/model";
import { database } from "@/lib/database/client";
import { figuresOf, type KpiRow, type Near } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import {
  absolute,
  divide,
  hundred,
  multiply,
  round,
  subtract,
  sum as total,
  whole,
  type Fraction,
} from "@/lib/number/fraction";
import type { OrgUnitNode } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";
import { hiddenFrom } from "@/lib/suppression/queries";
import { targetInForce } from "@/lib/target/model";
import { storedTarget } from "@/lib/target/queries";
import { unitLabel } from "@/lib/unit-of-measure/model";
import { getBesideCounts } from "@/lib/value/beside/queries";
import { figureOf } from "@/lib/year-view/model";
import { judgedOf, keyOf, type Judged } from "./judged/queries";
import {
  reviewGroups,
  type Review,
  type ReviewCounts,
  type ReviewFilter,
  type ReviewGroup,
  type ReviewItem,
} from "./model";

/** Years shown of each value, its own included. */
const WINDOW = 5;

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
  const nodes = tree(year).nodes;
  const discussed = new Set(beside.flatMap((one) => (one.open > 0 ? [`${one.kpiId} ${one.orgUnitId}`] : [])));
  const groupIn = (one: Judged): ReviewGroup =>
    discussed.size > 0 && discussed.has(`${one.kpiId} ${one.orgUnitId}`) ? "waiting" : one.group;
  const [ofAll, ofPillars, ofOrgUnits] = [none(), new Map<string, ReviewCounts>(), new Map<string, ReviewCounts>()];
  const groups: Record<ReviewGroup, { total: number; first: Judged[] }> = {
    unexplained: { total: 0, first: [] },
    waiting: { total: 0, first: [] },
    explained: { total: 0, first: [] },
    usual: { total: 0, first: [] },
  };
  for (const one of cells) {
    const { kpi, orgUnitId, pillar, state } = one;
    if (isHidden({ code: kpi.code, orgUnitId, year })) continue;
    const group = groupIn(one);
    const isOpen = group === "unexplained" && state !== "approved";
    for (const counts of [ofAll, countsAt(ofPillars, pillar), countsAt(ofOrgUnits, orgUnitId)]) {
      counts[state] += 1;
      if (isOpen) counts.unexplained += 1;
    }
    if (filter.unit !== null && nodes.get(orgUnitId)!.code !== filter.unit) continue;
    if ((filter.pillar !== null && pillar !== filter.pillar) || (filter.state !== null && state !== filter.state))
      continue;
    groups[group].total += 1;
    if (groups[group].first.length < most) groups[group].first.push(one);
  }
  const movers = new Map<string, string[]>();
  /** The org units with a change of this KPI, from the least to the greatest. */
  const moversOf = (kpi: KpiRow) => {
    const known = movers.get(kpi.id) ?? sortedByChange(kpi, [...nodes.values()], near, year);
    movers.set(kpi.id, known);
    return known;
  };
  const numberOf = (kpi: KpiRow, orgUnitId: string, at: number) => {
    const quantity = facts.stored(kpi.code, orgUnitId, at)?.quantity;
    return quantity ? measure(quantity) : null;
  };
  function changeOf(kpi: KpiRow, orgUnitId: string): Fraction | null {
    const [now, before] = [numberOf(kpi, orgUnitId, year), numberOf(kpi, orgUnitId, year - 1)];
    const isSame = versionIn(kpi.versions, year)?.unitOfMeasure === versionIn(kpi.versions, year - 1)?.unitOfMeasure;
    if (!now || !before || before.n === 0n || !isSame || kpi.breaks.some((one) => one.year === year)) return null;
    return divide(multiply(subtract(now, before), hundred), absolute(before));
  }
  function itemOf({ kpi, orgUnitId, version, state, updatedBy, rank }: Judged): ReviewItem {
    const definition = versionIn(kpi.versions, year)!;
    const { id: unitId, code, name, isRoot } = nodes.get(orgUnitId)!;
    const figures = Array.from({ length: WINDOW }, (_, at) => year - WINDOW + 1 + at).map((at) =>
      figureOf(
        at,
        facts.stored(kpi.code, orgUnitId, at) ?? evaluate(kpi.code, orgUnitId, at),
        versionIn(kpi.versions, at)?.decimals ?? null,
        tree(at),
      ),
    );
    const change = changeOf(kpi, orgUnitId);
    const target = targetInForce(
      kpi.targets.map((one) => storedTarget(one, locale)),
      year,
    );
    const others = isRoot ? [] : moversOf(kpi).filter((other) => other !== unitId);
    // Only the middle ones are worked out exactly.
    const middle = others.slice((others.length - 1) >> 1, (others.length >> 1) + 1);
    const exact = middle.flatMap((other) => changeOf(kpi, other) ?? []);
    return {
      kpi: {
        id: kpi.id,
        code: kpi.code,
        name: locale === "da" ? definition.shortNameDa : definition.shortNameEn,
        unitOfMeasure: unitLabel(definition.unitOfMeasure, locale, "long"),
      },
      orgUnit: { id: unitId, code, name, isRoot },
      version,
      state,
      isOwn: updatedBy === access.user.id,
      rank,
      figures,
      breaks: kpi.breaks.map((one) => ({
        year: one.year,
        kind: one.kind,
        note: locale === "da" ? one.noteDa : one.noteEn,
      })),
      percent: change && round(change, 0),
      peers: exact.length > 0 ? { percent: round(meanOf(exact), 0), count: others.length } : null,
      target: target && { ...target, limit: null },
      questions: asked.get(keyOf(kpi.code, orgUnitId)) ?? [],
      comment: remarkIn(figures.at(-1)!.comment, locale),
    };
  }
  return {
    year,
    period: { state: period.state, dueOn: period.dueOn?.toISOString().slice(0, 10) ?? null },
    seenAt,
    counts: ofAll,
    pillars: [
      ...pillars.map((pillar) => ({ code: pillar.code, name: locale === "da" ? pillar.nameDa : pillar.nameEn })),
      { code: "base", name: null },
    ].flatMap((pillar) => {
      const counts = ofPillars.get(pillar.code);
      return counts ? [{ ...pillar, counts }] : [];
    }),
    orgUnits: [...nodes.values()].flatMap(({ id: unitId, code, name }) => {
      const counts = ofOrgUnits.get(unitId);
      return counts ? [{ id: unitId, code, name, counts }] : [];
    }),
    groups: Object.fromEntries(
      reviewGroups.map((group) => {
        const { total: count, first } = groups[group];
        return [group, { total: count, items: first.map(itemOf) }];
      }),
    ) as Review["groups"],
  };
}

const none = (): ReviewCounts => ({ draft: 0, returned: 0, submitted: 0, approved: 0, unexplained: 0 });

function countsAt(counted: Map<string, ReviewCounts>, key: string): ReviewCounts {
  const known = counted.get(key);
  if (known) return known;
  const counts = none();
  counted.set(key, counts);
  return counts;
}

/** Org units by how their figure of a KPI changed since last year; the root and those without both years are not there. */
function sortedByChange(kpi: KpiRow, nodes: readonly OrgUnitNode[], near: Near, year: number): string[] {
  return nodes
    .flatMap(({ id, isRoot }) => {
      const [now, before] = [near(kpi.code, id, year), near(kpi.code, id, year - 1)];
      return isRoot || now === null || !before ? [] : [{ id, change: (now - before) / Math.abs(before) }];
    })
    .sort((a, b) => a.change - b.change)
    .map(({ id }) => id);
}

function meanOf(changes: readonly Fraction[]): Fraction {
  return divide(total(changes), whole(changes.length))!;
}
