import { checkExpression } from "@/lib/expression/checking/model";
import { formulaInputs } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import type { KpiSetup, SetupDocument } from "../../schema";

type Definition = KpiSetup["definitions"][number];
type Say = (path: (string | number)[], code: string, values: Record<string, string>) => void;

/**
 * Formulas of every definition, checked as the page checks them: names, units of measure, and circles among the
 * definitions that hold in the same year. Codes of problems are those of the page.
 */
export function checkFormulas({ kpis, factors }: SetupDocument, say: Say): void {
  const units = new Map(
    factors.flatMap(({ code, versions }) => {
      const last = versions.at(-1);
      return last ? [[code, { unitIn: last.unitIn, unitOut: last.unitOut }] as const] : [];
    }),
  );
  const worlds = new Map<number, ReturnType<typeof worldIn>>();
  kpis.forEach(({ code, definitions }, at) =>
    definitions.forEach(({ formula, from, unitOfMeasure }, step) => {
      if (!formula) return;
      if (!worlds.has(from)) worlds.set(from, worldIn(kpis, from));
      const named = worlds.get(from)!;
      const path = ["kpis", at, "definitions", step, "formula"];
      const inputs = formulaInputs(formulaSchema.parse(formula));
      const unknown = inputs.find((input) => !named.has(input) || input === code);
      if (unknown !== undefined) return say(path, "setup.file.unknownKpi", { code: unknown });
      const text = formula.kind === "expression" ? formula.text : inputs.map((input) => `kpi("${input}")`).join(" * ");
      const checked = checkExpression(text, { code, unitOfMeasure, kpis: named, factors: units });
      if (checked.ok) return;
      const problem = checked.problems.find((one) => formula.kind === "expression" || one.code === "expression.cycle");
      if (problem) say(path, problem.code, { ...problem.values, column: String(problem.place.column) });
    }),
  );
}

function worldIn(kpis: KpiSetup[], year: number) {
  return new Map(
    kpis.flatMap(({ code, definitions }) => {
      const held = definitionIn(definitions, year);
      if (!held) return [];
      const inputs = held.formula ? formulaInputs(formulaSchema.parse(held.formula)) : [];
      return [[code, { unitOfMeasure: held.unitOfMeasure, isSplit: held.valueKind === "split", inputs }] as const];
    }),
  );
}

/** The definition that holds in a year; before the first, the first. */
function definitionIn(definitions: Definition[], year: number): Definition | undefined {
  const inOrder = definitions.toSorted((a, b) => a.from - b.from);
  return inOrder.findLast(({ from }) => from <= year) ?? inOrder[0];
}
