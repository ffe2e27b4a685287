import { noFigure, type Evaluated, type Facts, type Rule } from "@/lib/evaluation/model";
import { numberQuantity } from "@/lib/quantity/model";

/** A KPI's rule; what is not said: collected from org units and added up. */
export const rule = (given: Partial<Rule> = {}): Rule => ({
  validFromYear: 2000,
  unitOfMeasure: "t",
  formula: null,
  collectionLevel: "orgUnit",
  consolidation: "sum",
  weightCode: null,
  decimals: null,
  ...given,
});

/** An entered figure. */
export const entered = (amount: string, given: Partial<Evaluated> = {}): Evaluated => ({
  ...noFigure,
  status: "reported",
  quantity: numberQuantity(amount),
  scale: 0,
  origin: "entered",
  ...given,
});

/** Facts from rules by code and cells by "code orgUnit year". */
export function facts(
  rules: Record<string, Rule[]>,
  cells: Record<string, Evaluated>,
  place: Pick<Facts, "orgUnits" | "placements">,
  rest: Partial<Facts> = {},
): Facts {
  return {
    ...place,
    factorOf: () => null,
    rules: new Map(Object.entries(rules)),
    stored: (code, orgUnitId, year) => cells[`${code} ${orgUnitId} ${year}`] ?? null,
    ...rest,
  };
}
