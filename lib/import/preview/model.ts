import type { Summary } from "@/lib/import/model";
import type { PreviewLine } from "@/lib/import/preview/queries";
import type { Locale } from "@/lib/language/model";
import type { Say } from "@/lib/language/saying/model";
import { formatDecimal } from "@/lib/number/format";
import { scaleOf } from "@/lib/number/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/**
 * Why an import has nothing to write, a closed list:
 * - `noTable`: no figure was found, because no sheet is read or those that are hold none;
 * - `leftOut`: every figure was left out on purpose;
 * - `refused`: what is not here already is refused;
 * - `compared`: every figure follows from others here, and is compared, not stored;
 * - `here`: everything in the file is here already.
 */
export type Nothing = "noTable" | "leftOut" | "refused" | "compared" | "here";

/** Why nothing can be imported; asked only where nothing is added or changed. */
export function nothingBecause({
  cells,
  leftOut,
  refused,
  compared,
  unchanged,
}: Pick<Summary, "cells" | "leftOut" | "refused" | "compared" | "unchanged">): Nothing {
  if (cells === 0) return leftOut > 0 ? "leftOut" : "noTable";
  if (refused > 0) return "refused";
  return unchanged === 0 && compared > 0 ? "compared" : "here";
}

/** A hint in words: "kWh → MWh × 0,001", "mark 8", "rounded". `say` speaks the import's messages. */
export function remark({ hint }: Pick<PreviewLine, "hint">, say: Say, locale: Locale): string {
  return units(hint, locale)
    .replace(/\brounded\b/, say("rounded"))
    .replace(/\bmark (\S+)/, (_, mark: string) => say("mark", { mark }))
    .replace(/([×÷]) (\d+(?:\.\d+)?)/, (_, by: string, factor: string) => `${by} ${formatDecimal(factor, locale)}`);
}

/** "kWh → count × 2" with the units of measure as people call them. */
function units(hint: string, locale: Locale): string {
  return hint.replace(
    /^(.+?) → (.+?)(?= [×÷] |$)/,
    (_, from: string, to: string) => `${unitLabel(from, locale)} → ${unitLabel(to, locale)}`,
  );
}

/** The result a compared figure is held against, as people write it; "–" where there is none. */
export function calculated({ hint }: Pick<PreviewLine, "hint">, locale: Locale): string {
  return hint === "" ? "–" : formatDecimal(hint, locale, { decimals: scaleOf(hint) });
}

const isLabel: ReadonlySet<string> = new Set(["unknownKpi", "unknownOrgUnit", "unknownYear"]);

/** Why a cell is refused, with the limit it breaks or what helps to mend it. A label that was not recognised stands where its meaning would (`placeOf`). */
export function reason(
  { code, hint, limit }: Pick<PreviewLine, "code" | "hint" | "limit">,
  say: Say,
  locale: Locale,
): string {
  const why = say(`reason.${code}`, { limit: limit === null ? "–" : formatDecimal(limit, locale) });
  return hint === "" || isLabel.has(code) ? why : `${why} (${code === "unitMismatch" ? units(hint, locale) : hint})`;
}

/** Whose figure a line is about: what was recognised, else the file's own text that was not. */
export function placeOf({ code, hint, kpi, orgUnit, year }: PreviewLine): Record<"kpi" | "orgUnit" | "year", string> {
  const text = (refusal: string) => (code === refusal ? hint : "");
  return {
    kpi: kpi || text("unknownKpi"),
    orgUnit: orgUnit || text("unknownOrgUnit"),
    year: year === null ? text("unknownYear") : String(year),
  };
}
