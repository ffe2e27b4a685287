import type { Access } from "@/lib/access/model";
import { database } from "@/lib/database/client";
import { figuresOf, type KpiRow, type Near } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import { memo } from "@/lib/memo/model";
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
import type { UnusualFigure } from "@/lib/value/unusual/model";
import { getUnusualFigures } from "@/lib/value/unusual/queries";
import { figureOf } from "@/lib/year-view/model";
import { getReviewCells, type ReviewCell } from "./cells/queries";
import {
  groupOf,
  inOrder,
  reviewGroups,
  type Review,
  type ReviewCounts,
  type ReviewFilter,
  type ReviewGroup,
  type ReviewItem,
} from "./model";
import type { Rank } from "./ranking/model";
import { ranksOf } from "./ranking/queries";

/** Years shown of each value, its own included. */
const WINDOW = 5;
const unranked: Rank = { deviation: 0, impact: 0, score: 0, expected: 1 };

/** What raises questions changes with the figures and with the answers, and both raise the version of the data. */
const unusualOf = memo(8, (organisationId: string, _dataVersion: string, year: number, locale: Locale) =>
  getUnusualFigures(organisationId, year, null, locale),
);

type Ranked = ReviewCell & { kpi: KpiRow; group: ReviewGroup; rank: Rank };

/**
 * The review of a year: every stored value in its group, ranked by how unusual it is and how much it moves, of each
 * group the first `most`. Null when the organisation has no such year. A fixed number of reads; only what is shown is
 * worked out.
 */
export async function getReview(
  access: Access,
  year: number,
  locale: Locale,
  filter: ReviewFilter,
  most: number,
): Promise<Review | null> {
  const { id, dataVersion } = access.organisation;
  const [period, pillars, { seenAt, cells }, ranks, unusual, beside, { kpis, facts, near, tree, evaluate }, isHidden] =
    await Promise.all([
      database.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId: id, year } } }),
      database.pillar.findMany({ where: { organisationId: id }, orderBy: { position: "asc" } }),
      getReviewCells(id, year, access.user.id),
      ranksOf(id, dataVersion, year),
      unusualOf(id, dataVersion, year, locale),
      getBesideCounts(id, year, null),
      figuresOf(id, dataVersion, year),
      hiddenFrom(access, year),
    ]);
  if (!period) return null;
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const nodes = tree(year).nodes;
  const asked = grouped(unusual, ({ kpi, orgUnit }) => `${kpi.code} ${orgUnit.id}`);
  const open = new Map(beside.map((one) => [`${one.kpiId} ${one.orgUnitId}`, one.open]));
  const all = cells.flatMap((cell): Ranked[] => {
    const kpi = byId.get(cell.kpiId);
    if (!kpi || !nodes.has(cell.orgUnitId) || isHidden({ code: kpi.code, orgUnitId: cell.orgUnitId, year })) return [];
    const key = `${cell.kpiId} ${cell.orgUnitId}`;
    const rank = ranks.get(key) ?? unranked;
    const questions = asked.get(`${kpi.code} ${cell.orgUnitId}`) ?? [];
    const group = groupOf({
      state: cell.state,
      hasComment: cell.hasComment,
      rank,
      questions: questions.length,
      answered: questions.filter(({ confirmed }) => confirmed).length,
      open: open.get(key) ?? 0,
    });
    return [{ ...cell, kpi, group, rank }];
  });
  const pillarOf = ({ kpi }: Ranked) => kpi.pillar?.code ?? "base";
  const shown = all.filter(
    (one) =>
      (filter.unit === null || nodes.get(one.orgUnitId)!.code === filter.unit) &&
      (filter.pillar === null || pillarOf(one) === filter.pillar) &&
      (filter.state === null || one.state === filter.state),
  );
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
  function itemOf({ kpi, orgUnitId, version, state, isOwn, rank }: Ranked): ReviewItem {
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
      isOwn,
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
      questions: asked.get(`${kpi.code} ${orgUnitId}`) ?? [],
      comment: remarkIn(figures.at(-1)!.comment, locale),
    };
  }
  const ofPillars = countedBy(all, pillarOf);
  const ofOrgUnits = countedBy(all, ({ orgUnitId }) => orgUnitId);
  const ofGroup = (group: ReviewGroup) => inOrder(shown.filter((one) => one.group === group));
  return {
    year,
    period: { state: period.state, dueOn: period.dueOn?.toISOString().slice(0, 10) ?? null },
    seenAt,
    counts: countedBy(all, () => "").get("") ?? none,
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
        const ranked = ofGroup(group);
        return [group, { total: ranked.length, items: ranked.slice(0, most).map(itemOf) }];
      }),
    ) as Review["groups"],
  };
}

const none: ReviewCounts = { draft: 0, returned: 0, submitted: 0, approved: 0, unexplained: 0 };

function countedBy(cells: readonly Ranked[], keyOf: (cell: Ranked) => string): Map<string, ReviewCounts> {
  const counted = new Map<string, ReviewCounts>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const counts = counted.get(key) ?? { ...none };
    counts[cell.state] += 1;
    if (cell.group === "unexplained" && cell.state !== "approved") counts.unexplained += 1;
    counted.set(key, counts);
  }
  return counted;
}

function grouped(
  figures: readonly UnusualFigure[],
  keyOf: (figure: UnusualFigure) => string,
): Map<string, UnusualFigure[]> {
  const groups = new Map<string, UnusualFigure[]>();
  for (const figure of figures) groups.set(keyOf(figure), [...(groups.get(keyOf(figure)) ?? []), figure]);
  return groups;
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
