import { isSameCoverage } from "@/lib/coverage/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import { versionIn } from "@/lib/kpi/model";
import { fraction, percentChange, round } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import { lineOf } from "@/lib/org-unit/model";
import { breakBetween } from "@/lib/series-break/model";
import type { Place, World } from "../model";

/** One thing that must be the same in both years for their figures to be compared without reservation. */
export type Check =
  | { aspect: "definition"; isSame: boolean; since: number }
  | { aspect: "method"; isSame: boolean }
  | { aspect: "unitOfMeasure"; isSame: boolean }
  /** `isWhole`: both figures are of the whole organisation as it was, or of the same org units under other names. */
  | { aspect: "orgUnits"; isSame: boolean; isWhole: boolean; came: string[]; went: string[] }
  | { aspect: "seriesBreak"; isSame: false; year: number; note: string }
  | { aspect: "factor"; isSame: boolean; name: FactorUse["activity"]; percent: DecimalText | null }
  | { aspect: "estimate"; isSame: boolean; name: string; year: number; basis: string };

/** Whether a figure can be compared with that of the year before: `missing` says which of the two there is none of. */
export type Comparison =
  | { previous: number; missing: "previous" | "current"; checks: [] }
  | { previous: number; missing: null; checks: Check[] };

/** Compares how two years' figures came about. What follows from the same in both years is compared without reservation. */
export function comparisonOf(place: Place, world: World): Comparison {
  const { code, orgUnitId, year } = place;
  const previous = year - 1;
  const [now, before] = [world.evaluate(code, orgUnitId, year), world.evaluate(code, orgUnitId, previous)];
  if (!now.quantity) return { previous, missing: "current", checks: [] };
  if (!before.quantity || world.isHidden(place) || world.isHidden({ ...place, year: previous }))
    return { previous, missing: "previous", checks: [] };
  const rules = world.facts.rules.get(code) ?? [];
  const [rule, old] = [versionIn(rules, year), versionIn(rules, previous)];
  const how = (of: typeof rule, made: typeof now) => JSON.stringify([of?.formula, made.origin === "consolidated"]);
  const [covered, was] = [coveredIn(place, world), coveredIn({ ...place, year: previous }, world)];
  const came = [...covered].flatMap(([id, name]) => (was.has(id) ? [] : [name]));
  const went = [...was].flatMap(([id, name]) => (covered.has(id) ? [] : [name]));
  const coverOf = (of: number, { covers }: typeof now) => ({ tree: world.tree(of), orgUnitId, covers });
  const isWhole = isSameCoverage(coverOf(previous, before), coverOf(year, now), lineOf(world.facts.orgUnits));
  const seriesBreak = breakBetween(world.breaksOf(code), previous, year);
  const checks: Check[] = [
    ...(seriesBreak ? [{ aspect: "seriesBreak" as const, isSame: false as const, year, note: seriesBreak.note }] : []),
    { aspect: "definition", isSame: rule?.validFromYear === old?.validFromYear, since: rule?.validFromYear ?? year },
    { aspect: "method", isSame: how(rule, now) === how(old, before) },
    { aspect: "orgUnits", isSame: came.length + went.length === 0, isWhole, came, went },
  ];
  const [unit, unitBefore] = [world.describe(code, year), world.describe(code, previous)];
  if (unit && unitBefore && unit.unitOfMeasure !== unitBefore.unitOfMeasure)
    checks.push({ aspect: "unitOfMeasure", isSame: false });
  const factorsBefore = usedBy({ ...place, year: previous }, world);
  for (const [name, factor] of usedBy(place, world)) {
    const earlier = factorsBefore.get(name);
    if (earlier) checks.push(factorCheck(factor, earlier));
  }
  return { previous, missing: null, checks: [...checks, ...estimates(place, world)] };
}

function factorCheck(factor: FactorUse, earlier: FactorUse): Check {
  const percent = percentChange(fraction(earlier.value), fraction(factor.value));
  return {
    aspect: "factor",
    isSame: factor.id === earlier.id,
    name: factor.activity,
    percent: percent && round(percent, 0),
  };
}

/** The lowest org units a figure covers, by id with their names. */
function coveredIn({ code, orgUnitId, year }: Place, world: World): Map<string, string> {
  const { covers } = world.evaluate(code, orgUnitId, year);
  const leaves = world.tree(year).leavesBelow(orgUnitId);
  return new Map(leaves.filter(({ id }) => covers?.has(id) ?? true).map(({ id, name }) => [id, name]));
}

/** The emission factors a figure follows from, its inputs' included, by code. */
function usedBy(place: Place, world: World, above: ReadonlySet<string> = new Set()): Map<string, FactorUse> {
  const cell = world.evaluate(place.code, place.orgUnitId, place.year);
  const path = new Set([...above, place.code]);
  const below = cell.inputs.filter((input) => !path.has(input)).map((code) => usedBy({ ...place, code }, world, path));
  return new Map([...below.flatMap((used) => [...used]), ...cell.factors.map((use) => [use.code, use] as const)]);
}

/** Estimates among the inputs of either year, or the figure itself where it has none: the lowest that are estimated. */
function estimates(place: Place, world: World): Check[] {
  return [place.year, place.year - 1].flatMap((year) =>
    estimatedIn({ ...place, year }, world).map(({ code, basis }): Check => ({
      aspect: "estimate",
      isSame: false,
      name: world.describe(code, year)?.name ?? code,
      year,
      basis,
    })),
  );
}

function estimatedIn(
  place: Place,
  world: World,
  above: ReadonlySet<string> = new Set(),
): { code: string; basis: string }[] {
  const cell = world.evaluate(place.code, place.orgUnitId, place.year);
  if (cell.status !== "estimated") return [];
  const path = new Set([...above, place.code]);
  const below = cell.inputs
    .filter((input) => !path.has(input))
    .flatMap((code) => estimatedIn({ ...place, code }, world, path));
  return below.length > 0 ? below : [{ code: place.code, basis: cell.basis }];
}
