import type { FigureStatus } from "@/lib/figure/model";
import daFigure from "@/lib/language/messages/da/figure.json";
import enFigure from "@/lib/language/messages/en/figure.json";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import type { DecimalText } from "@/lib/number/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import type { Said } from "../effect/model";

/** One figure before and after a restatement, as people read it; plain texts. */
export type EffectLine = {
  key: string;
  code: string;
  name: string;
  /** Printed form, in the reader's language. */
  unitOfMeasure: string;
  /** Null: the organisation's own. */
  orgUnit: string | null;
  year: number;
  before: string;
  after: string;
  /** "+2,9 %"; empty where there is none. */
  change: string;
  /** What stands beside the number, before and now: whom it covers, how its target judges it; null: the same. */
  beside: { before: string; after: string } | null;
  isMaterial: boolean;
  /** Of a year that is not published: changed, but restated nowhere. */
  isOpen: boolean;
};

/** What names an effect's KPI and org unit. */
export type EffectNames = { code: string; name: string; unitOfMeasure: string; orgUnit: string | null };

const words = { da: daFigure, en: enFigure };

/** An effect in a language. */
export function effectLine(
  effect: {
    year: number;
    before: Said;
    after: Said;
    decimals: number;
    percent: DecimalText | null;
    isMaterial: boolean;
  },
  { code, name, unitOfMeasure, orgUnit }: EffectNames,
  isOpen: boolean,
  locale: Locale,
  beside: EffectLine["beside"] = null,
): EffectLine {
  const { year, before, after, decimals, percent, isMaterial } = effect;
  return {
    key: [code, orgUnit ?? "", year].join(" "),
    ...{ code, name, orgUnit, year, beside, isMaterial, isOpen },
    unitOfMeasure: unitLabel(unitOfMeasure, locale),
    before: saidText(before, decimals, locale),
    after: saidText(after, decimals, locale),
    change: percentText(percent, locale),
  };
}

/** A figure as printed, an estimate with its raised e; what is not there as its glyph. */
export function saidText({ status, amount, men, women }: Said, decimals: number, locale: Locale): string {
  const mark = status === "estimated" ? "ᵉ" : "";
  if (amount !== null) return formatDecimal(amount, locale, { decimals }) + mark;
  if (men !== null && women !== null) return formatSplit({ men, women }, locale, { decimals }) + mark;
  return words[locale].glyph[withoutFigure(status)];
}

function withoutFigure(status: FigureStatus): keyof typeof daFigure.glyph {
  return status === "reported" || status === "estimated" ? "missing" : status;
}

/** A change in percent with its sign and one decimal: "+2,9 %"; none is empty. */
function percentText(percent: DecimalText | null, locale: Locale): string {
  return percent === null ? "" : `${formatDecimal(percent, locale, { decimals: 1, sign: true })} %`;
}

/** "Scope 2 2022: 652 → 671 t, +2,9 %"; where the number stays, what stands beside it: "Affald 2022: København → København og Ringsted". */
export function effectSentence({
  name,
  orgUnit,
  year,
  before,
  after,
  unitOfMeasure,
  change,
  beside,
}: EffectLine): string {
  const subject = orgUnit === null ? name : `${name}, ${orgUnit},`;
  if (beside && before === after) return `${subject} ${year}: ${beside.before} → ${beside.after}`;
  return `${subject} ${year}: ${before} → ${[`${after} ${unitOfMeasure}`.trim(), change].filter((part) => part !== "").join(", ")}`;
}
