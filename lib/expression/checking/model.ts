import { leavesOf, type Expression, type Problem } from "@/lib/expression/model";
import { parseExpression } from "@/lib/expression/parsing/model";
import { misfitIn } from "@/lib/expression/units/model";

/** A KPI or base data an expression may name, as defined in the year the formula is for. */
export type NameableKpi = { unitOfMeasure: string; isSplit: boolean; inputs: string[] };

/** What an expression is checked against: the KPI it is for, and what it may name. */
export type CheckWorld = {
  code: string;
  unitOfMeasure: string;
  kpis: ReadonlyMap<string, NameableKpi>;
  factors: ReadonlyMap<string, { unitIn: string; unitOut: string }>;
};

/**
 * Checks the text of a formula before it is kept: grammar, then names, then circles, then units of measure. Every
 * problem has a documented code, the place it is about and what fills its message (`expression.json`).
 */
export function checkExpression(
  text: string,
  world: CheckWorld,
): { ok: true; tree: Expression } | { ok: false; problems: Problem[] } {
  const parsed = parseExpression(text);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const { tree } = parsed;
  const unknown = leavesOf(tree).flatMap((leaf) => nameProblem(leaf, world));
  const problems = unknown.length > 0 ? unknown : [...circles(tree, world), ...unitProblems(tree, world)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tree };
}

function nameProblem({ kind, code, place }: ReturnType<typeof leavesOf>[number], world: CheckWorld): Problem[] {
  if (kind === "factor")
    return world.factors.has(code) ? [] : [{ code: "expression.unknownFactor", place, values: { name: code } }];
  const kpi = world.kpis.get(code);
  if (kpi) return kpi.isSplit ? [{ code: "expression.split", place, values: { name: code } }] : [];
  const sides = code.split("-").map((_, at, parts) => [parts.slice(0, at).join("-"), parts.slice(at).join("-")]);
  const meant = sides.find((names) => names.every((name) => world.kpis.has(name!) || /^\d+$/.test(name!)));
  if (meant) return [{ code: "expression.hyphen", place, values: { name: code, meant: meant.join(" - ") } }];
  return [{ code: "expression.unknownName", place, values: { name: code, near: nearest(code, world) } }];
}

/** The known code that begins or ends like it, as a suggestion; "–" without one. */
function nearest(code: string, { kpis }: CheckWorld): string {
  const plain = code.toLowerCase().replaceAll("_", "-");
  const candidates = [...kpis.keys()].filter((known) => known.startsWith(plain) || plain.startsWith(known));
  return kpis.has(plain) ? plain : (candidates.sort((a, b) => a.length - b.length)[0] ?? "–");
}

/** Names that lead back to the KPI itself, with the way they lead. */
function circles(tree: Expression, world: CheckWorld): Problem[] {
  return leavesOf(tree).flatMap((leaf): Problem[] => {
    const way = leaf.kind === "kpi" ? wayBack(leaf.code, world, new Set()) : null;
    if (!way) return [];
    return [{ code: "expression.cycle", place: leaf.place, values: { path: [world.code, ...way].join(" → ") } }];
  });
}

function wayBack(from: string, world: CheckWorld, seen: Set<string>): string[] | null {
  if (from === world.code) return [from];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const next of world.kpis.get(from)?.inputs ?? []) {
    const way = wayBack(next, world, seen);
    if (way) return [from, ...way];
  }
  return null;
}

function unitProblems(tree: Expression, { kpis, factors, unitOfMeasure }: CheckWorld): Problem[] {
  const units = {
    kpi: (code: string) => kpis.get(code)?.unitOfMeasure ?? null,
    factor: (code: string) => factors.get(code) ?? null,
  };
  const misfit = misfitIn(tree, units, unitOfMeasure);
  return misfit ? [misfit] : [];
}
