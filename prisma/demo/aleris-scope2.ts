/**
 * Scope 2 of Aleris from 2022 on, rebuilt from electricity, heat and emission factors. The source prints tonnes and
 * MWh, no factors: those of 2022 and 2023 are worked out backwards and say so, those of 2024 are examples.
 */
import type { FormulaText } from "@/lib/kpi/schema";
import type { FactorInput, KpiVersionInput } from "./factory.ts";

/** First year in which scope 2 is calculated; the years before stay as they were printed. */
export const SCOPE2_CALCULATED_FROM = 2022;

/** Heat that scope 2 is calculated from: the year's own where it is settled, else an estimate. */
export const scope2Heat = "scope2-heat";

const formula = (electricity: string): FormulaText => ({
  kind: "expression",
  text: `electricity * factor("${electricity}") + ${scope2Heat} * factor("district-heating")`,
});

/** The formulas by KPI. */
export const scope2Formulas: Record<string, FormulaText> = {
  "scope2-location": formula("electricity-location"),
  "scope2-market": formula("electricity-market"),
};

const names = {
  nameDa: "Fjernvarme i scope 2",
  nameEn: "District heating in scope 2",
  shortNameDa: "Fjernvarme i scope 2",
  shortNameEn: "District heating in scope 2",
  definitionDa: "Årets varmeforbrug. Er det ikke opgjort, anslås det ud fra året før.",
  definitionEn: "Heat used in the year. Until it is settled, it is estimated from the year before.",
  unitOfMeasure: "MWh",
  decimals: 0,
  minimum: "0",
} satisfies KpiVersionInput;

const settled: FormulaText = { kind: "expression", text: "heating" };

/** The heat of 2023 was not settled when the report came out, and is the only one that was estimated. */
export const scope2HeatVersions: KpiVersionInput[] = [
  { ...names, validFromYear: 2022, formula: settled },
  { ...names, validFromYear: 2023 },
  { ...names, validFromYear: 2024, formula: settled },
];

const backwards = {
  source:
    "Regnet tilbage fra de trykte tal i CSR-rapport 2023 | Worked out backwards from the figures printed in the CSR report 2023",
  retrievedOn: "2024-02-20",
  unitIn: "MWh",
  unitOut: "kg CO2e",
  isBackCalculated: true,
  note: "Fjernvarme er sat til 50 kg CO₂e/MWh i begge opgørelser og begge år, og resten af de trykte ton er fordelt på strømmen. Kilden oplyser ingen faktorer. | District heating is set to 50 kg CO₂e/MWh in both accounts and both years, and the rest of the printed tonnes is put down to electricity. The source states no factors.",
};
const invented = {
  ...backwards,
  isBackCalculated: false,
  isExample: true,
  source: "Eksempel | Example",
  note: "",
  retrievedOn: "2025-01-15",
};

/** 652 t and 1,540 t of 2022 and 719 t and 1,707 t of 2023, less 173.25 t of heat, per 3,289 and 3,574 MWh of electricity. */
export const scope2Factors: FactorInput[] = [
  {
    code: "electricity-location",
    activityDa: "Strøm, gennemsnit af nettet",
    activityEn: "Electricity, average of the grid",
    scope: 2,
    method: "location",
    region: "DK",
    versions: [
      { ...backwards, validFromYear: 2022, value: "145.560961" },
      { ...backwards, validFromYear: 2023, value: "152.700056" },
      { ...invented, validFromYear: 2024, value: "141.2" },
    ],
  },
  {
    code: "electricity-market",
    activityDa: "Strøm, restmiks",
    activityEn: "Electricity, residual mix",
    scope: 2,
    method: "market",
    region: "DK",
    versions: [
      { ...backwards, validFromYear: 2022, value: "415.551839" },
      { ...backwards, validFromYear: 2023, value: "429.141018" },
      { ...invented, validFromYear: 2024, value: "418.6" },
    ],
  },
  {
    code: "district-heating",
    activityDa: "Fjernvarme",
    activityEn: "District heating",
    scope: 2,
    method: null,
    region: "DK",
    versions: [
      { ...backwards, validFromYear: 2022, value: "50" },
      { ...invented, validFromYear: 2024, value: "48.5" },
    ],
  },
];
