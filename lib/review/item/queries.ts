import type { figuresOf, KpiRow, Near } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import { divide, percentChange, round, sum as total, whole, type Fraction } from "@/lib/number/fraction";
import type { OrgUnitNode } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";
import { targetInForce } from "@/lib/target/model";
import { storedTarget } from "@/lib/target/queries";
import { unitLabel } from "@/lib/unit-of-measure/model";
import type { UnusualFigure } from "@/lib/value/unusual/model";
import { figureOf } from "@/lib/year-view/model";
import { keyOf, type Judged } from "../judged/queries";
import type { ReviewItem } from "../model";

/** Years shown of each value, its own included. */
const WINDOW = 5;

/** What a year's items are made from; `userId`: who looks. */
export type ItemWorld = Pick<Awaited<ReturnType<typeof figuresOf>>, "facts" | "near" | "tree" | "evaluate"> & {
  year: number;
  userId: string;
  asked: ReadonlyMap<string, UnusualFigure[]>;
  locale: Locale;
};

/** Makes the items of a year's review one by one; the org units' changes of a KPI are put in order once. */
export function itemMaker({ facts, near, tree, evaluate, year, userId, asked, locale }: ItemWorld) {
  const { nodes } = tree(year);
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
  /** From last year, in percent. */
  function changeOf(kpi: KpiRow, orgUnitId: string): Fraction | null {
    const [now, before] = [numberOf(kpi, orgUnitId, year), numberOf(kpi, orgUnitId, year - 1)];
    const isSame = versionIn(kpi.versions, year)?.unitOfMeasure === versionIn(kpi.versions, year - 1)?.unitOfMeasure;
    if (!now || !before || !isSame || kpi.breaks.some((one) => one.year === year)) return null;
    return percentChange(before, now);
  }
  /** The middle change of the other org units: only the middle ones are worked out exactly. */
  function peersOf(kpi: KpiRow, { id, isRoot }: OrgUnitNode): ReviewItem["peers"] {
    const others = isRoot ? [] : moversOf(kpi).filter((other) => other !== id);
    const middle = others.slice((others.length - 1) >> 1, (others.length >> 1) + 1);
    const exact = middle.flatMap((other) => changeOf(kpi, other) ?? []);
    return exact.length > 0 ? { percent: round(meanOf(exact), 0), count: others.length } : null;
  }
  function figureIn(kpi: KpiRow, orgUnitId: string, at: number) {
    const cell = facts.stored(kpi.code, orgUnitId, at) ?? evaluate(kpi.code, orgUnitId, at);
    return figureOf(at, cell, versionIn(kpi.versions, at)?.decimals ?? null, tree(at));
  }

  return ({ kpi, orgUnitId, version, state, updatedBy, rank }: Judged): ReviewItem => {
    const definition = versionIn(kpi.versions, year)!;
    const orgUnit = nodes.get(orgUnitId)!;
    const figures = Array.from({ length: WINDOW }, (_, at) => figureIn(kpi, orgUnitId, year - WINDOW + 1 + at));
    const change = changeOf(kpi, orgUnitId);
    const target = targetInForce(
      kpi.targets.map((one) => storedTarget(one, locale)),
      year,
    );
    return {
      kpi: {
        id: kpi.id,
        code: kpi.code,
        name: locale === "da" ? definition.shortNameDa : definition.shortNameEn,
        unitOfMeasure: unitLabel(definition.unitOfMeasure, locale, "long"),
      },
      orgUnit: { id: orgUnit.id, code: orgUnit.code, name: orgUnit.name, isRoot: orgUnit.isRoot },
      version,
      state,
      isOwn: updatedBy === userId,
      rank,
      figures,
      breaks: kpi.breaks.map((one) => ({
        year: one.year,
        kind: one.kind,
        note: locale === "da" ? one.noteDa : one.noteEn,
      })),
      percent: change && round(change, 0),
      peers: peersOf(kpi, orgUnit),
      target: target && { ...target, limit: null },
      questions: asked.get(keyOf(kpi.code, orgUnitId)) ?? [],
      comment: remarkIn(figures.at(-1)!.comment, locale),
    };
  };
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
