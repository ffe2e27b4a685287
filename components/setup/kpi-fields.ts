import type { Say } from "@/lib/language/saying/model";
import type { FormField } from "@/components/session/action-form";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { formulaKinds, formulaTyped } from "@/lib/setup/kpi/model";
import type { DefinitionSetup, findKpi, kpiChoices } from "@/lib/setup/kpi/queries";
import { unitLabel, unitsOfMeasure } from "@/lib/unit-of-measure/model";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;
type Choices = Awaited<ReturnType<typeof kpiChoices>>;

/** The fields of a KPI's form: where it is followed, then what it is from a year on, filled with what holds now. */
export function kpiFields(
  say: Say,
  { kpi, choices, year, locale }: { kpi: Kpi | null; choices: Choices; year: number; locale: Locale },
): FormField[] {
  const now = kpi?.definitions[0] ?? null;
  const none = { value: "", label: say("none") };
  return [
    select("pillarId", say("kpi.pillar"), kpi?.pillarId, [
      none,
      ...choices.pillars.map(({ id, nameDa, nameEn }) => ({ value: id, label: locale === "da" ? nameDa : nameEn })),
    ]),
    options("appendixPart", ["environment", "social", "governance"], kpi?.appendixPart, say, none),
    select("ownerId", say("kpi.owner"), kpi?.ownerId, [
      none,
      ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
    ]),
    text("validFromYear", say("kpi.validFromYear"), String(now?.validFromYear ?? year), say("kpi.validFromYearHint")),
    text("nameDa", say("nameDa"), now?.nameDa),
    text("nameEn", say("nameEn"), now?.nameEn),
    text("shortNameDa", say("kpi.shortNameDa"), now?.shortNameDa, say("kpi.shortNameHint")),
    text("shortNameEn", say("kpi.shortNameEn"), now?.shortNameEn, say("kpi.shortNameHint")),
    { kind: "area", name: "definitionDa", label: say("kpi.definitionDa"), value: now?.definitionDa },
    { kind: "area", name: "definitionEn", label: say("kpi.definitionEn"), value: now?.definitionEn },
    ...measureFields(say, now, locale),
    ...sourceFields(say, now, choices.codes),
    ...limitFields(say, now, locale),
  ];
}

/** The fields of a definition that decide what a year's figures say, filled with what holds. */
export function decidingFields(say: Say, now: DefinitionSetup, codes: string[], locale: Locale): FormField[] {
  return [
    ...sourceFields(say, now, codes),
    unitField(say, now, locale),
    directionField(say, now),
    decimalsField(say, now),
    { kind: "area", name: "definitionDa", label: say("kpi.definitionDa"), value: now.definitionDa, lang: "da" },
    { kind: "area", name: "definitionEn", label: say("kpi.definitionEn"), value: now.definitionEn, lang: "en" },
  ];
}

function unitField(say: Say, now: DefinitionSetup | null, locale: Locale): FormField {
  const units = Object.keys(unitsOfMeasure).map((code) => ({ value: code, label: unitLabel(code, locale) || code }));
  return select("unitOfMeasure", say("kpi.unitOfMeasure"), now?.unitOfMeasure ?? "t", units);
}

function directionField(say: Say, now: DefinitionSetup | null): FormField {
  return options("direction", ["higher", "lower", "balance", "neutral"], now?.direction ?? "lower", say);
}

function decimalsField(say: Say, now: DefinitionSetup | null): FormField {
  return text("decimals", say("kpi.decimals"), now?.decimals?.toString(), say("kpi.decimalsHint"));
}

function measureFields(say: Say, now: DefinitionSetup | null, locale: Locale): FormField[] {
  return [
    unitField(say, now, locale),
    options("valueKind", ["number", "split"], now?.valueKind ?? "number", say),
    directionField(say, now),
    options("smallGroup", ["none", "cases", "replies"], now?.smallGroup ?? "none", say),
    decimalsField(say, now),
  ];
}

function sourceFields(say: Say, now: DefinitionSetup | null, codes: string[]): FormField[] {
  const typed = formulaTyped(now?.formula ?? null);
  const weights = [{ value: "", label: say("none") }, ...codes.map((code) => ({ value: code, label: code }))];
  return [
    options("collectionLevel", ["organisation", "orgUnit"], now?.collectionLevel ?? "orgUnit", say),
    options("consolidation", ["sum", "weighted", "none"], now?.consolidation ?? "sum", say),
    select("weightCode", say("kpi.weightCode"), now?.weightCode, weights),
    options("formulaKind", formulaKinds, typed.kind, say),
    text("formulaText", say("kpi.formulaText"), typed.text, say("kpi.formulaTextHint")),
  ];
}

function limitFields(say: Say, now: DefinitionSetup | null, locale: Locale): FormField[] {
  const shown = (amount: string | null | undefined) => (amount ? formatDecimal(amount, locale) : "");
  return [
    text("minimum", say("kpi.minimum"), shown(now?.minimum), say("kpi.minimumHint")),
    text("maximum", say("kpi.maximum"), shown(now?.maximum)),
    text("tolerancePercent", say("kpi.tolerance"), shown(now?.tolerancePercent ?? "25"), say("kpi.toleranceHint")),
  ];
}

function text(name: string, label: string, value?: string | null, hint?: string): FormField {
  return { kind: "text", name, label, hint, value: value ?? "" };
}

function select(
  name: string,
  label: string,
  chosen: string | null | undefined,
  choices: { value: string; label: string }[],
): FormField {
  return { kind: "select", name, label, choices, chosen: chosen ?? "" };
}

/** A choice among a closed list, whose words stand under `kpi.<name>s`. */
function options(
  name: string,
  values: readonly string[],
  chosen: string | null | undefined,
  say: Say,
  none?: { value: string; label: string },
): FormField {
  const choices = values.map((value) => ({ value, label: say(`kpi.${name}s.${value}`) }));
  return select(name, say(`kpi.${name}`), chosen, none ? [none, ...choices] : choices);
}
