import type { Facts, Rule } from "@/lib/evaluation/model";
import type { FactorUse } from "@/lib/emission-factor/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { facts, rule } from "@/tests/factories/facts";

export const formula = (text: object) => formulaSchema.parse(text);

const rules: Record<string, Rule[]> = {
  heat: [rule()],
  power: [rule()],
  revenue: [rule({ collectionLevel: "organisation", consolidation: "none" })],
  comfort: [rule({ consolidation: "weighted", weightCode: "heat" })],
  scope2: [
    rule({ formula: formula({ kind: "expression", text: 'heat * factor("warm") + power * 2' }), decimals: 0 }),
    rule({ validFromYear: 2024, formula: formula({ kind: "difference", minuend: "power", subtrahend: "heat" }) }),
  ],
  intensity: [rule({ formula: formula({ kind: "ratio", numerator: "scope2", denominator: "revenue" }), decimals: 2 })],
  water: [rule()],
};

export const years = [2022, 2023, 2024];
export const published = new Set([2022, 2023]);
export const warm = { value: "3", unitIn: "t", unitOut: "t" } as FactorUse;

/** Cells by "code orgUnit year" under KPIs that follow from each other through formulas, a weight and a factor. */
export const world = (cells: Parameters<typeof facts>[1], place: Pick<Facts, "orgUnits" | "placements">) =>
  facts(rules, cells, place, { factorOf: (code) => (code === "warm" ? warm : null) });
