import type { Access } from "@/lib/access/model";
import { database } from "@/lib/database/client";
import { figuresOf, type KpiRow } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import {
  absolute,
  compare,
  divide,
  fraction,
  hundred,
  multiply,
  round,
  subtract,
  type Fraction,
} from "@/lib/number/fraction";
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
  const [period, pillars, { seenAt, cells }, ranks, unusual, beside, { kpis, facts, tree, evaluate }, isHidden] =
    await Promise.all([
      database.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId: id, year } } }),
      database.pillar.findMany({ where: { organisationId: id }, orderBy: { position: "asc" } }),
      getReviewCells(id, year, access.user.id),
      ranksOf(id, dataVersion, year),
      getUnusualFigures(id, year, null, locale),
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
  const changes = new Map<string, Fraction[]>();
  const changesOf = (kpi: KpiRow) => {
    const known =
      changes.get(kpi.id) ??
      [...nodes.values()].filter(({ isRoot }) => !isRoot).flatMap((node) => changeOf(kpi, node.id) ?? []);
    changes.set(kpi.id, known);
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
    const others = isRoot ? [] : without(changesOf(kpi), change);
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
      peers: others.length > 0 ? { percent: round(middle(others), 0), count: others.length } : null,
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

/** All but one that is the value's own. */
function without(changes: readonly Fraction[], own: Fraction | null): Fraction[] {
  const at = own === null ? -1 : changes.findIndex((one) => compare(one, own) === 0);
  return changes.filter((_, index) => index !== at);
}

/** The middle of them, exact. */
function middle(changes: readonly Fraction[]): Fraction {
  const sorted = changes.toSorted(compare);
  const half = sorted.length >> 1;
  const two = fraction("2");
  return sorted.length % 2 === 1
    ? sorted[half]!
    : divide(subtract(sorted[half]!, { ...sorted[half - 1]!, n: -sorted[half - 1]!.n }), two)!;
}
