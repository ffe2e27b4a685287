/** A draft of the report of 2023 with the printed figures and targets, made without a database: what the check holds texts against. */
import type { Draft, Finding, Passage } from "@/lib/report/check/model";
import { typedNumbers } from "@/lib/report/check/typed/model";
import type { Change, KpiYear, TargetView } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { compare, fraction, isZero, percentChange, round, subtract, zero } from "@/lib/number/fraction";
import { referenceFormat } from "@/lib/report/reference/notation/model";
import type { ReferenceSource } from "@/lib/report/reference/resolution/model";
import { statedIn } from "@/lib/unit-of-measure/model";
import { kpiTexts } from "@/prisma/demo/aleris-kpi-texts";
import facts from "@/prisma/facts/aleris-2023.json";
import { figure, kpi, target, yearView } from "./year-view";

type Printed = { kind: string; percent?: string; value?: string; men?: string; women?: string };
type Row = {
  code: string;
  name: Record<Locale, string>;
  unit: string;
  values: Record<string, string | { men: string; women: string }>;
  target2024?: Printed;
};

const kinds: Record<string, TargetView["kind"]> = {
  "at-least": "atLeast",
  "at-most": "atMost",
  distribution: "split",
  above: "above",
  below: "below",
  reduction: "reduction",
};

function targetOf({ kind, percent, value, men, women }: Printed): TargetView | null {
  const known = kinds[kind];
  return known
    ? target({
        kind: known,
        amount: percent ?? value ?? null,
        men: men ?? null,
        women: women ?? null,
        printsUnit: false,
      })
    : null;
}

function rowOf({ code, name, unit, values, target2024 }: Row, locale: Locale): KpiYear {
  const texts = kpiTexts[code];
  return kpi({
    code,
    name: name[locale],
    shortName: texts ? texts[locale === "da" ? 0 : 1] : name[locale],
    unitOfMeasure: unit,
    valueKind: unit === "% men/women" ? "split" : "number",
    target: target2024 ? targetOf(target2024) : null,
    figures: facts.years
      .map(Number)
      .toSorted()
      .map((year) => {
        const value = values[String(year)];
        if (typeof value === "object") return figure(year, null, { split: value, status: "reported" });
        return figure(year, value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? value : null);
      }),
  });
}

function changeOf({ figures, unitOfMeasure }: KpiYear, from: number, to: number): Change {
  const [before, now] = [from, to].map((year) => figures.find((one) => one.year === year)?.amount ?? null);
  if (!before || !now) return { comparable: false, why: "noPrevious" };
  const difference = subtract(fraction(now), fraction(before));
  const percent = percentChange(fraction(before), fraction(now));
  return {
    ...{ comparable: true, judgement: "neutral", statedIn: statedIn(unitOfMeasure) },
    moved: isZero(difference) ? "level" : compare(difference, zero) > 0 ? "up" : "down",
    relative: percent && round(percent, 0),
    absolute: round(difference, now.split(".")[1]?.length ?? 0),
  };
}

function sourceOf(rows: KpiYear[], locale: Locale): ReferenceSource {
  const years = facts.years.map(Number).toSorted();
  return {
    reportYear: 2023,
    years,
    kpi: (code) => rows.find((row) => row.code === code) ?? null,
    isOrgUnit: () => false,
    figure: (row, _, year) => row.figures.find((one) => one.year === year) ?? figure(year, null),
    change: (row, _, from, to) => changeOf(row, from, to),
    format: referenceFormat(locale),
  };
}

function made(locale: Locale) {
  const base = (facts.base as unknown as Row[]).map((row) => rowOf(row, locale));
  const rows = (facts.indicators as unknown as Row[]).map((row) => rowOf(row, locale));
  const orgUnits = ["København", "Aalborg", "Ringsted"].map((name) => ({ id: name, code: name.toLowerCase(), name }));
  return { view: yearView(rows, { base, orgUnits }), source: sourceOf([...base, ...rows], locale) };
}

const both = { da: made("da"), en: made("en") };

/** The draft with these texts. */
export function draftOf(passages: Passage[]): Draft {
  return {
    ...{
      year: 2023,
      passages,
      stale: [],
      asked: [],
      sections: [],
      toRewrite: [],
      blocks: [],
      pictures: [],
      numbers: [],
    },
    ...{ restatements: [], views: { da: both.da.view, en: both.en.view } },
    sources: { da: both.da.source, en: both.en.source },
  };
}

/** What the check says of the numbers in a sentence. */
export function numbersFound(text: string, given: Partial<Passage> = {}): Finding[] {
  const place = { blockId: "one", section: "one", locale: "da", part: "body", kind: "text", heading: "" } as const;
  return typedNumbers(draftOf([{ ...place, text, ...given }]));
}

/** The same in a line each: the rule, what is right and what to write instead. */
export function saidOf(text: string, given: Partial<Passage> = {}): string[] {
  return numbersFound(text, given).map(({ rule, values, instead }) =>
    [rule, values.kpi, values.right, instead].filter((one) => one != null).join(" | "),
  );
}
