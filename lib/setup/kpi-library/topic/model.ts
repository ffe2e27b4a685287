import type { FormulaText } from "@/lib/kpi/schema";

/** Danish, English. */
export type Both = readonly [da: string, en: string];

/** Where frameworks ask for a KPI. Aleris: its printed CSR report, which is no framework but a good example. */
export type Framework = "FSR" | "VSME" | "GRI" | "Aleris";

/** A place in a framework, by its edition: FSR 2022 E1, VSME 2025 B3 §30, GRI 2016 305-1. */
export type Source = { framework: Framework; edition: string; disclosure: string };

/** Parts of the library, each with the pillar its KPIs are put under where nobody chooses another. */
export const topics = {
  climate: { part: "environment", name: ["Klima og energi", "Climate and energy"] },
  resources: { part: "environment", name: ["Vand, affald og natur", "Water, waste and nature"] },
  workforce: { part: "social", name: ["Medarbejdere", "Workforce"] },
  wellbeing: { part: "social", name: ["Sundhed og trivsel", "Health and well-being"] },
  pay: { part: "social", name: ["Løn og udvikling", "Pay and development"] },
  society: { part: "social", name: ["Kunder og samfund", "Customers and society"] },
  governance: { part: "governance", name: ["Ledelse og forretningsadfærd", "Governance and conduct"] },
} as const satisfies Record<string, { part: AppendixPart; name: Both }>;

export type Topic = keyof typeof topics;
export type AppendixPart = "environment" | "social" | "governance";

/** A KPI, or a series of base data, to start from. What is not said is the plainest: an entered number of each org unit, added up. */
export type LibraryKpi = {
  code: string;
  topic: Topic;
  /** Base data is entered only to calculate from. */
  isBase?: boolean;
  name: Both;
  /** At most 36 characters; the name where that is short enough. */
  short?: Both;
  definition: Both;
  unitOfMeasure: string;
  direction: "higher" | "lower" | "balance" | "neutral";
  /** Decimals printed; not said: as entered. */
  decimals?: number;
  /** Entered once for the organisation, not for each org unit. */
  isOfOrganisation?: boolean;
  /** Worked out from other KPIs of the library. */
  formula?: FormulaText;
  /** By what a group of people is counted as small. */
  smallGroup?: "cases" | "replies";
  sources: Source[];
};

const editions: Record<Framework, string> = { FSR: "2022", VSME: "2025", GRI: "2021", Aleris: "2023" };
/** GRI's topic standards carry a year each. */
const griEditions: Record<string, string> = { "303": "2018", "306": "2020", "403": "2018", "2": "2021" };

/** Reads sources as they are written down: "FSR E1; VSME B3 §30; GRI 305-1". */
export function sources(text: string): Source[] {
  return text.split("; ").map((one) => {
    const [framework, ...rest] = one.split(" ") as [Framework, ...string[]];
    const disclosure = rest.join(" ");
    const edition = framework === "GRI" ? (griEditions[disclosure.split("-")[0]!] ?? "2016") : editions[framework];
    return { framework, edition, disclosure };
  });
}

/** numerator ÷ denominator. */
export const ratio = (numerator: string, denominator: string): FormulaText => ({
  kind: "ratio",
  numerator,
  denominator,
});

/** part ÷ whole × 100. */
export const share = (part: string, whole: string): FormulaText => ({ kind: "share", part, whole });

/** Arithmetic over codes. */
export const worked = (text: string): FormulaText => ({ kind: "expression", text });
