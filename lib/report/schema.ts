import { z } from "zod";
import type { BlockKind } from "@/lib/database/generated/enums";

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const codes = z.array(code).max(8);

/** One drawing area of a chart block; its title stands in for the KPI's short name. */
const panel = z.strictObject({
  kind: z.enum(["bar", "line", "split"]),
  kpis: codes.min(1),
  titleDa: z.string().optional(),
  titleEn: z.string().optional(),
});

/** What a block may be set to, by its kind; nothing else is accepted. */
export const blockSettings = {
  /** A lead opens a chapter in larger type. */
  text: z.strictObject({ role: z.enum(["lead", "prose"]).default("prose") }),
  /** With KPIs: their value and change. Without: the body's lines. */
  keyFacts: z.strictObject({ kpis: codes.default([]) }),
  chart: z.strictObject({ panels: z.array(panel).max(2).default([]) }),
  table: z.strictObject({ kpis: codes.default([]) }),
  /** Ends of the axis of the dot plot, and what it measures. */
  comparison: z.strictObject({ axisFrom: z.number().default(0), axisTo: z.number().default(100), unitOfMeasure: z.string().default("%") }),
  highlights: z.strictObject({}),
  risks: z.strictObject({}),
  focusPoints: z.strictObject({}),
} satisfies Record<BlockKind, z.ZodType>;

/** Settings of each kind of block. */
export type BlockSettings = { [Kind in BlockKind]: z.infer<(typeof blockSettings)[Kind]> };

/** Longest text a block holds; far above a page of print. */
export const longestText = 20_000;

// PostgreSQL stores neither NUL nor half a surrogate pair; a browser sends line ends as CR LF.
const text = (longest: number) =>
  z
    .string()
    .transform((raw) => raw.replaceAll("\r\n", "\n").trim())
    .refine((plain) => !/\p{Cs}|\0/u.test(plain), "report.textBroken")
    .refine((plain) => plain.length <= longest, "report.textTooLong");

const version = z.coerce.number().int().min(1);
const org = z.string();
const year = z.coerce.number().int().min(1900).max(2200);

/** Input of saving a block's title and text in both languages; `version` is the one its editor saw. */
export const blockTextInput = z.strictObject({ org, year, blockId: z.uuid(), version, titleDa: text(300), titleEn: text(300), bodyDa: text(longestText), bodyEn: text(longestText) });

/** Input of saving the report's title and the line under it; `seen` is what its editor saw, since a report's row carries no version. */
export const reportTextInput = z.strictObject({
  org,
  year,
  seen: z.string().max(4000),
  titleDa: text(300).refine((title) => title !== "", "report.titleMissing"),
  titleEn: text(300).refine((title) => title !== "", "report.titleMissing"),
  subtitleDa: text(1000),
  subtitleEn: text(1000),
});

export type BlockText = Omit<z.output<typeof blockTextInput>, "org" | "year">;
export type ReportText = Omit<z.output<typeof reportTextInput>, "org" | "year" | "seen">;
