import { z } from "zod";
import { formulaSchema, type FormulaText } from "@/lib/kpi/schema";

/** What a set-up file calls the organisation's own node in the tree of org units. */
export const ROOT = "(organisation)";

/** Longest set-up file read, in characters: some thousand KPIs. */
export const LONGEST_SETUP = 4_000_000;

const code = z
  .string()
  .max(60, "setup.file.badCode")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "setup.file.badCode");
const orgUnit = z.union([z.literal(ROOT), code], "setup.file.badCode");
const year = z.int("setup.file.badYear").min(1990, "setup.file.badYear").max(2150, "setup.file.badYear");
const day = z.iso.date("setup.file.badDay");
const text = (most: number) =>
  z
    .string("setup.file.notText")
    .max(most, "setup.file.tooLong")
    .refine((said) => !/[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/u.test(said), "setup.file.brokenText");
const named = (most: number) => text(most).refine((said) => said.trim() !== "", "setup.file.missing");
const prose = text(4000).default("");
/** Exact: as text, so that 0.90 keeps its decimals; a plain number is taken as it is written. */
const exact = (form: RegExp) =>
  z
    .union([z.string(), z.number().transform(String)], "setup.file.badNumber")
    .refine((said) => form.test(said), "setup.file.badNumber");
const decimal = exact(/^-?\d{1,18}(\.\d{1,6})?$/);
const factorValue = exact(/^\d{1,18}(\.\d{1,12})?$/);
const percent = exact(/^\d{1,3}(\.\d{1,2})?$/);
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const placement = z.strictObject({ under: orgUnit, from: day });

const orgUnitSchema = z.strictObject({
  code,
  name: named(120),
  opensOn: optional(day),
  closesOn: optional(day),
  mergedInto: optional(orgUnit),
  /** Where it hangs in the tree, from each day on; nothing: directly below the organisation. */
  placed: z.array(placement).default([]),
});

const sdgs = z.array(z.int().min(1).max(17)).default([]);

const pillarSchema = z.strictObject({
  code,
  nameDa: named(120),
  nameEn: named(120),
  colour: z.enum(["society", "employer", "producer", "ethics"]),
  isChapter: z.boolean().default(false),
  sdgs,
  themes: z.array(z.strictObject({ da: named(120), en: named(120), sdgs })).default([]),
});

const factorVersionSchema = z.strictObject({
  from: year,
  value: factorValue,
  unitOut: named(40),
  unitIn: named(40),
  source: named(300),
  retrievedOn: day,
  note: text(1000).default(""),
  isBackCalculated: z.boolean().default(false),
  isExample: z.boolean().default(false),
});

const factorSchema = z.strictObject({
  code,
  activityDa: named(120),
  activityEn: named(120),
  scope: z.int().min(1).max(3),
  method: optional(z.enum(["location", "market", "supplier"])),
  region: named(40),
  versions: z.array(factorVersionSchema),
});

const definitionSchema = z.strictObject({
  from: year,
  nameDa: named(160),
  nameEn: named(160),
  shortNameDa: named(36),
  shortNameEn: named(36),
  definitionDa: prose,
  definitionEn: prose,
  unitOfMeasure: named(40),
  valueKind: z.enum(["number", "split"]).default("number"),
  direction: z.enum(["higher", "lower", "balance", "neutral"]),
  decimals: optional(z.int().min(0).max(6)),
  collected: z.enum(["organisation", "orgUnit"]),
  consolidation: z.enum(["sum", "weighted", "none"]).default("none"),
  weighedBy: optional(code),
  smallGroup: z.enum(["none", "cases", "replies"]).default("none"),
  formula: optional(
    z.custom<FormulaText>((formula) => formulaSchema.safeParse(formula).success, "setup.file.badFormula"),
  ),
  minimum: optional(decimal),
  maximum: optional(decimal),
  tolerancePercent: exact(/^\d{1,4}(\.\d{1,2})?$/).default("25"),
});

const targetSchema = z.strictObject({
  year,
  orgUnit: optional(orgUnit),
  kind: z.enum(["atLeast", "atMost", "above", "below", "reduction", "split"]),
  limit: optional(decimal),
  men: optional(decimal),
  women: optional(decimal),
  baselineYear: optional(year),
  setInYear: optional(year),
  printsUnit: z.boolean().default(false),
  noteDa: prose,
  noteEn: prose,
});

const kpiSchema = z.strictObject({
  code,
  purpose: z.enum(["indicator", "base"]),
  pillar: optional(code),
  pillarPosition: z.int().min(0).default(0),
  appendixPart: optional(z.enum(["environment", "social", "governance"])),
  tableDa: optional(named(120)),
  tableEn: optional(named(120)),
  parent: optional(code),
  replaces: optional(code),
  lastYear: optional(year),
  needsFourEyes: z.boolean().default(false),
  definitions: z.array(definitionSchema).min(1, "setup.file.undefined"),
  collectedAt: z.array(z.strictObject({ orgUnit, from: year, to: optional(year) })).default([]),
  targets: z.array(targetSchema).default([]),
  benchmarks: z.array(z.strictObject({ year, labelDa: named(200), labelEn: named(200), amount: decimal })).default([]),
  breaks: z
    .array(
      z.strictObject({
        year,
        kind: z.enum(["newSeries", "methodChange", "scopeChange"]),
        noteDa: named(4000),
        noteEn: named(4000),
      }),
    )
    .default([]),
  references: z
    .array(z.strictObject({ framework: named(40), edition: text(40).default(""), disclosure: named(80) }))
    .default([]),
});

const footnoteSchema = z.strictObject({
  code,
  textDa: named(4000),
  textEn: named(4000),
  on: z.array(z.strictObject({ kpi: code, from: year, to: optional(year) })).default([]),
});

/**
 * A whole set-up: what figures follow from, without the figures, the states of years, and people. Lists stand in
 * their order; what is left out is empty.
 */
export const setupFileSchema = z.strictObject({
  format: z.literal("ledestjerne-setup"),
  version: z.literal(1),
  organisation: z.strictObject({
    name: named(120),
    nameEn: z.string().max(120).default(""),
    country: z.string().regex(/^[A-Z]{2}$/, "setup.file.badCountry"),
    currency: z.string().regex(/^[A-Z]{3}$/, "setup.file.badCurrency"),
    suppressBelowCases: z.int().min(0).max(1000),
    suppressBelowReplies: z.int().min(0).max(1000),
    materialityPercent: percent,
    fteKpi: optional(code),
    /** Of which KPIs nobody approves a figure they had a hand in: all, or those that say so. */
    fourEyes: z.enum(["all", "chosen"]).default("all"),
    yearBeginsInMonth: z.int().min(1).max(12).default(1),
    languages: z
      .array(z.enum(["da", "en"]))
      .min(1)
      .default(["da", "en"]),
    colour: z
      .string()
      .regex(/^(#[0-9a-f]{6})?$/, "setup.organisation.colourWrong")
      .default(""),
  }),
  years: z.array(z.strictObject({ year, dueOn: optional(day) })).default([]),
  orgUnits: z.array(orgUnitSchema).default([]),
  pillars: z.array(pillarSchema).default([]),
  factors: z.array(factorSchema).default([]),
  kpis: z.array(kpiSchema).default([]),
  footnotes: z.array(footnoteSchema).default([]),
});

/** A set-up, every empty field filled in. */
export type SetupDocument = z.output<typeof setupFileSchema>;
export type OrgUnitSetup = SetupDocument["orgUnits"][number];
export type PillarSetupFile = SetupDocument["pillars"][number];
export type FactorSetup = SetupDocument["factors"][number];
export type KpiSetup = SetupDocument["kpis"][number];
export type FootnoteSetup = SetupDocument["footnotes"][number];
