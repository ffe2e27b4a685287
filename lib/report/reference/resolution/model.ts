import type { Change, Figure, KpiYear } from "@/lib/figure/model";
import { divide, fraction, hundred, isZero, multiply, round } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import { piecesOf, yearNamed, type Reference } from "../model";
import type { ReferenceFormat } from "../notation/model";

/** Why a reference says nothing. Those of `isBroken` are wrong whatever the figures; the others may mend themselves. */
export type Unbound =
  | "syntax"
  | "unknownKpi"
  | "unknownOrgUnit"
  | "unknownYear"
  | "noSplit"
  | "noFigure"
  | "fewPeople"
  | "notComparable"
  | "otherWay"
  | "noTarget";

const broken: ReadonlySet<Unbound> = new Set(["syntax", "unknownKpi", "unknownOrgUnit", "unknownYear", "noSplit"]);

/** Whether no figure can ever make sense of it: such a text is not saved. */
export function isBroken(why: Unbound): boolean {
  return broken.has(why);
}

/** What references are looked up in: the figures of one report, in one language. */
export type ReferenceSource = {
  reportYear: number;
  /** Years that can be named. */
  years: readonly number[];
  kpi: (code: string) => KpiYear | null;
  isOrgUnit: (code: string, year: number) => boolean;
  /** Of an org unit, or of the organisation (null). */
  figure: (kpi: KpiYear, orgUnit: string | null, year: number) => Figure | "hidden";
  change: (kpi: KpiYear, orgUnit: string | null, from: number, to: number) => Change;
  format: ReferenceFormat;
};

/** What a reference stands for, in words and numbers; or why there is nothing. */
export type Bound = { text: string } | { why: Unbound };

/** Looks a reference up. */
export function resolve(reference: Reference, source: ReferenceSource): Bound {
  const { measure, orgUnit, style } = reference;
  const kpi = source.kpi(reference.kpi);
  if (!kpi) return { why: "unknownKpi" };
  const year = yearNamed(reference.year, source.reportYear);
  if (!source.years.includes(year)) return { why: "unknownYear" };
  if (orgUnit !== null && !source.isOrgUnit(orgUnit, year)) return { why: "unknownOrgUnit" };
  if (measure === "target" || measure === "state") return ofTarget(kpi, reference, year, source);
  const figure = source.figure(kpi, orgUnit, year);
  if (figure === "hidden") return { why: "fewPeople" };
  if (measure === "share") return shareOf(kpi, reference, figure, year, source);
  if (measure !== "value") return changeOf(kpi, reference, year, source);
  return hasFigure(figure)
    ? { text: source.format.value(figure, style === "unit" ? kpi.unitOfMeasure : null) }
    : { why: "noFigure" };
}

/** A text with its references replaced by what they say, written as `as` writes it; those that say nothing stay as they are written. */
export function boundText(text: string, source: ReferenceSource, as = (said: string) => said): string {
  return piecesOf(text)
    .map((piece) => {
      if ("text" in piece) return piece.text;
      const bound = piece.reference && resolve(piece.reference, source);
      return bound && "text" in bound ? as(bound.text) : piece.source;
    })
    .join("");
}

/** References of a text that say nothing, with their place (lines count from 1) and why. */
export function unboundIn(text: string, source: ReferenceSource): { source: string; line: number; why: Unbound }[] {
  return piecesOf(text).flatMap((piece) => {
    if ("text" in piece) return [];
    const bound: Bound = piece.reference ? resolve(piece.reference, source) : { why: "syntax" };
    if ("text" in bound) return [];
    return [{ source: piece.source, line: text.slice(0, piece.at).split("\n").length, why: bound.why }];
  });
}

function ofTarget(kpi: KpiYear, { measure, style }: Reference, year: number, source: ReferenceSource): Bound {
  // Targets are judged as the report's year sees them; another year's report says how they stood then.
  if (year !== source.reportYear) return { why: "unknownYear" };
  const { target, state } = kpi.target;
  if (measure === "state") return { text: source.format.state(state) };
  return target ? { text: source.format.target(target, kpi.unitOfMeasure, style) } : { why: "noTarget" };
}

function changeOf(
  kpi: KpiYear,
  { measure, since, orgUnit, style }: Reference,
  year: number,
  source: ReferenceSource,
): Bound {
  const from = since === null ? year - 1 : yearNamed(since, source.reportYear);
  if (!source.years.includes(from) || from >= year) return { why: "unknownYear" };
  if (orgUnit !== null && source.figure(kpi, orgUnit, from) === "hidden") return { why: "fewPeople" };
  const change = source.change(kpi, orgUnit, from, year);
  if (!change.comparable) return { why: "notComparable" };
  if (change.statedIn === "percent" && change.relative === null) return { why: "notComparable" };
  if ((measure === "rise" && change.moved === "down") || (measure === "fall" && change.moved === "up"))
    return { why: "otherWay" };
  return { text: source.format.change(change, { isSigned: measure === "change", isBare: style === "bare" }) };
}

function shareOf(
  kpi: KpiYear,
  { part, orgUnit, style }: Reference,
  figure: Figure,
  year: number,
  source: ReferenceSource,
): Bound {
  if (part !== null) {
    if (kpi.valueKind !== "split") return { why: "noSplit" };
    return figure.split ? { text: source.format.percent(figure.split[part], style === "bare") } : { why: "noFigure" };
  }
  if (kpi.valueKind === "split") return { why: "noSplit" };
  const whole = source.figure(kpi, null, year);
  const share = whole === "hidden" ? null : percentOf(figure.amount, whole.amount);
  return share === null || orgUnit === null
    ? { why: "noFigure" }
    : { text: source.format.percent(share, style === "bare") };
}

function percentOf(part: DecimalText | null, whole: DecimalText | null): DecimalText | null {
  if (part === null || whole === null || isZero(fraction(whole))) return null;
  const share = divide(fraction(part), fraction(whole));
  return share && round(multiply(share, hundred), 0);
}

function hasFigure({ amount, split }: Figure): boolean {
  return amount !== null || split !== null;
}
