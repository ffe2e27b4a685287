/** The facts of the Aleris report, as the reference file holds them. */
import { z } from "zod";
import facts from "../facts/aleris-2023.json" with { type: "json" };

const bilingual = z.object({ da: z.string(), en: z.string() });
const cell = z.union([z.string(), z.object({ men: z.string(), women: z.string() })]);

const referenceSchema = z.object({
  organisation: z.object({ name: z.string(), units: z.array(z.string()) }),
  years: z.array(z.number()),
  pillars: z.array(
    z.object({
      code: z.string(),
      name: bilingual,
      sdgs: z.array(z.number()),
      themes: z.array(bilingual),
      indicators: z.array(z.string()),
    }),
  ),
  footnotes: z.record(z.string(), bilingual),
  base: z.array(
    z.object({
      code: z.string(),
      name: bilingual,
      unit: z.string(),
      values: z.record(z.string(), z.string()),
      origin: z.record(z.string(), z.enum(["printed", "derived"])),
    }),
  ),
  indicators: z.array(
    z.object({
      section: z.enum(["environment", "social", "governance"]),
      table: z.string(),
      code: z.string(),
      name: bilingual,
      unit: z.string(),
      target2024: z.object({
        kind: z.string(),
        value: z.string().optional(),
        percent: z.string().optional(),
        baseline: z.string().optional(),
        men: z.string().optional(),
        women: z.string().optional(),
        printed: z.string(),
      }),
      values: z.record(z.string(), cell),
      direction: z.enum(["higher", "lower", "balance", "neutral"]),
      decimals: z.number().optional(),
      footnote: z.string().optional(),
      estimated: z.array(z.string()).optional(),
      replaces: z.string().optional(),
      calculation: z.object({ kind: z.literal("ratio"), numerator: z.string(), denominator: z.string() }).optional(),
      sourceConflict: z.string().optional(),
    }),
  ),
  benchmarks: z.array(z.object({ code: z.string(), label: bilingual, value: z.string() })),
});

export type Indicator = z.infer<typeof referenceSchema>["indicators"][number];

/** Parsed once, so that a wrong copy of the facts fails at the door. */
export const reference = referenceSchema.parse(facts);

/** Headings of the appendix tables in English; the reference has the Danish ones. */
export const tableNames: Record<string, string> = {
  "Klima- og miljødata": "Climate and environment",
  Medarbejdertilfredshed: "Employee satisfaction",
  Medarbejdersundhed: "Employee health",
  "Sociale forhold": "Social matters",
  Diversitet: "Diversity",
  Ledelsesdata: "Governance",
};

/** Targets stated with two values in the source: the appendix is followed, the other is noted. */
export const targetNotes: Record<string, [string, string]> = {
  "waste-recycled-share": [
    "Den trykte rapport sætter målet til 2024 i sit bilag og til 2025 i sin tekst. Her følges bilaget.",
    "The printed report sets the target for 2024 in its appendix and for 2025 in its text. The appendix is followed.",
  ],
  "gender-executive": [
    "Den trykte rapport nævner i sin tekst 50/50 som mål for 2024. Her følges dens bilag.",
    "The printed report states 50/50 for 2024 in its text. Its appendix is followed.",
  ],
  "gender-middle": [
    "Den trykte rapport nævner i sin tekst 40/60 som mål for 2024. Her følges dens bilag.",
    "The printed report states 40/60 for 2024 in its text. Its appendix is followed.",
  ],
};

/** The printed KPI of this code. */
export const indicator = (code: string) => reference.indicators.find((row) => row.code === code)!;
