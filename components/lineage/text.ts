import { figureHref } from "@/components/figure/address";
import { printedText } from "@/components/figure/printed";
import { figureWords } from "@/components/figure/words";
import type { FactorUse } from "@/lib/emission-factor/model";
import type { Locale } from "@/lib/language/model";
import type { Leaf, Token } from "@/lib/lineage/expression/model";
import type { Lineage, Unrounded } from "@/lib/lineage/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** A figure as printed, with its unit of measure: "719 t", "27/73", "-". */
export function printedWithUnit({ figure, unitOfMeasure }: Lineage, locale: Locale): string {
  const text = printedText(figure, figureWords(locale), locale);
  return figure.amount === null ? text : withUnit(text, unitOfMeasure, locale);
}

/** A number before rounding, as long as it is; an endless one ends in dots. */
export function unroundedText({ amount, isWhole }: Unrounded, locale: Locale): string {
  return formatDecimal(amount, locale) + (isWhole ? "" : "…");
}

/** A text with its unit of measure behind it, unless that has no word. */
export function withUnit(text: string, unitOfMeasure: string, locale: Locale): string {
  const unit = unitLabel(unitOfMeasure, locale);
  return unit === "" ? text : `${text} ${unit}`;
}

/** "0,1517 t/MWh". */
export function factorText({ value, unitIn, unitOut }: FactorUse, locale: Locale): string {
  return `${formatDecimal(value, locale)} ${unitLabel(unitOut, locale)}/${unitLabel(unitIn, locale)}`;
}

/** A formula's pieces with their numbers put in: "3.574 MWh × 0,1517 t/MWh". A number that is not known is a question mark. */
export function tokensText(tokens: Token[], lineage: Lineage, locale: Locale): string {
  const texts = tokens.map((token) => {
    if (token.kind === "sign") return token.sign;
    if (token.kind === "constant") return formatDecimal(token.amount, locale);
    return leafText(token, lineage, locale);
  });
  return closedUp(texts);
}

function leafText({ kind, code }: Leaf, lineage: Lineage, locale: Locale): string {
  if (kind === "factor") {
    const factor = lineage.factors.find((one) => one.code === code);
    return factor ? factorText(factor, locale) : "?";
  }
  const input = lineage.inputs.find((one) => one.code === code);
  if (!input?.unrounded) return "?";
  return withUnit(unroundedText(input.unrounded, locale), input.unitOfMeasure, locale);
}

/** A formula's pieces by name; the factors it multiplies with are left to the line below. */
export function namesText(tokens: Token[], lineage: Lineage, locale: Locale): string {
  const texts = tokens.flatMap((token, index) => {
    if (token.kind === "factor" || token.kind === "constant") return [];
    const next = tokens[index + 1];
    if (token.kind === "sign" && token.sign === "×" && (next?.kind === "factor" || next?.kind === "constant"))
      return [];
    return [token.kind === "sign" ? token.sign : leafName(token, lineage, locale)];
  });
  return closedUp(texts);
}

function closedUp(texts: string[]): string {
  return texts.join(" ").replaceAll("( ", "(").replaceAll(" )", ")");
}

/** What a leaf is called: the KPI's name, or the factor's activity. */
export function leafName({ kind, code }: Leaf, lineage: Lineage, locale: Locale): string {
  return kind === "factor"
    ? (lineage.factors.find((one) => one.code === code)?.activity[locale] ?? code)
    : (lineage.inputs.find((one) => one.code === code)?.name ?? code);
}

/** The address of a figure in a lineage. */
export function addressOf(slug: string, { code, year, orgUnit }: Pick<Lineage, "code" | "year" | "orgUnit">): string {
  return figureHref(slug, code, year, orgUnit.isRoot ? undefined : orgUnit.code);
}
