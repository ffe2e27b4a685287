/** An organisation of four org units in 2023 and 2024. */
import { comparability } from "@/lib/comparability/model";
import { evaluator, type Facts } from "@/lib/evaluation/model";
import { entered } from "@/tests/factories/facts";
import { orgUnit } from "@/tests/factories/tree";

/** Org units that hang below the root at once. */
export const units = ["a", "b", "c", "d"];
export const place = {
  orgUnits: [orgUnit("root"), ...units.map((id, position) => orgUnit(id, { position }))],
  placements: [],
};
/** What a change of the KPI means, and how it is printed. */
export const kpi = { direction: "lower" as const, decimals: 0, statedIn: "percent" as const, replacesAnother: false };
/** Figures of a KPI in a year by org unit, as facts know them. */
export const cellsOf = (code: string, year: number, amounts: Record<string, string>) =>
  Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [`${code} ${id} ${year}`, entered(amount)]));
/** The organisation's figures of 2023 and 2024. */
export const figuresIn = (world: Facts, code: string) => {
  const { evaluate } = evaluator(world);
  const at = (year: number) => ({ year, cell: evaluate(code, "root", year) });
  return { before: at(2023), now: at(2024) };
};
/** The organisation's change from 2023 to 2024, and the one over the org units both years have. */
export const compared = (world: Facts, code: string) => {
  const { before, now } = figuresIn(world, code);
  return comparability(world, new Map())(code, [])(before, now, kpi);
};
