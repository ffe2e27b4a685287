import { z } from "zod";
import { form } from "@/lib/access/form";
import { chartKinds } from "@/lib/chart/kind/model";
import type { BlockKind } from "@/lib/database/generated/enums";

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Most KPIs a block or a panel names, and most panels of a chart. */
export const mostKpis = 8;
export const mostPanels = 2;

const codes = z.array(code).max(mostKpis);

/** Kinds of drawing a chart's panel can be. */
export const panelKinds = chartKinds;

/** A picture of the organisation's, or none yet. */
const pictureId = z.uuid().nullable().default(null);
/** A goal among the seventeen of the United Nations. */
const goal = z.number().int().min(1).max(17);

/** One drawing area of a chart block; its title stands in for the KPI's short name. */
const panel = z.strictObject({
  kind: z.enum(panelKinds),
  kpis: codes.min(1),
  titleDa: z.string().max(120).optional(),
  titleEn: z.string().max(120).optional(),
});

/** What a block may be set to, by its kind; nothing else is accepted. */
export const blockSettings = {
  /** A lead opens a chapter in larger type. */
  text: z.strictObject({ role: z.enum(["lead", "prose"]).default("prose") }),
  /** With KPIs: their value and change. Without: the body's lines. */
  keyFacts: z.strictObject({ kpis: codes.default([]) }),
  chart: z.strictObject({ panels: z.array(panel).max(mostPanels).default([]) }),
  table: z.strictObject({ kpis: codes.default([]) }),
  /** Ends of the axis of the dot plot, and what it measures. */
  comparison: z.strictObject({
    axisFrom: z.number().default(0),
    axisTo: z.number().default(100),
    unitOfMeasure: z.string().default("%"),
  }),
  highlights: z.strictObject({}),
  risks: z.strictObject({}),
  focusPoints: z.strictObject({}),
  /** The heading says whose words they are. */
  quote: z.strictObject({}),
  /** The body is the caption; who took it and what it shows is kept with the picture. */
  picture: z.strictObject({ pictureId, width: z.enum(["column", "full"]).default("full") }),
  story: z.strictObject({ pictureId }),
  callout: z.strictObject({}),
  /** Without goals: those of the chapter's pillar, outside a pillar's chapter those of all pillars. */
  sdgs: z.strictObject({ goals: z.array(goal).max(17).default([]) }),
  /** The year it holds from, and where it can be read. */
  policy: z.strictObject({
    since: z.number().int().min(1900).max(2200).nullable().default(null),
    address: z.union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)]).default(""),
  }),
  pageBreak: z.strictObject({}),
  /** Lines "what we said | what we did". */
  answers: z.strictObject({}),
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

const address = { org: z.string(), year: z.coerce.number().int().min(1900).max(2200) };
const title = (missing?: string) =>
  missing === undefined ? text(300) : text(300).refine((plain) => plain !== "", missing);

/** Input of saving a block's title and text in both languages; `seen` is the version its editor saw. */
export const blockTextInput = form({
  ...address,
  blockId: z.uuid(),
  seen: z.coerce.number().int().min(1),
  titleDa: title(),
  titleEn: title(),
  bodyDa: text(longestText),
  bodyEn: text(longestText),
});

/** Input of saving the report's title and the line under it; `seen` is what its editor saw, since a report's row carries no version. */
export const reportTextInput = form({
  ...address,
  seen: z.string().max(4000),
  titleDa: title("report.titleMissing"),
  titleEn: title("report.titleMissing"),
  subtitleDa: text(1000),
  subtitleEn: text(1000),
});

/** A block's words in both languages. */
export type BlockText = Pick<z.output<typeof blockTextInput>, "titleDa" | "titleEn" | "bodyDa" | "bodyEn">;

/** A report's title and subtitle in both languages. */
export type ReportText = Pick<z.output<typeof reportTextInput>, "titleDa" | "titleEn" | "subtitleDa" | "subtitleEn">;
