import type { DecimalText } from "@/lib/number/model";
import type { KpiSetup, SetupDocument } from "../schema";

/**
 * The same set-up in the one order and notation it is written in. The order of org units, pillars, themes and KPIs
 * is theirs and stays; everything else is ordered by what tells it apart, so that diffs are small.
 */
export function inOrder(setup: SetupDocument): SetupDocument {
  const { organisation } = setup;
  return {
    ...setup,
    organisation: { ...organisation, materialityPercent: plain(organisation.materialityPercent) },
    years: by(setup.years, ({ year }) => [year]),
    orgUnits: setup.orgUnits.map((unit) => ({ ...unit, placed: by(unit.placed, ({ from }) => [from]) })),
    factors: by(setup.factors, ({ code }) => [code]),
    kpis: setup.kpis.map(kpiInOrder),
    footnotes: by(
      setup.footnotes.map((note) => ({ ...note, on: by(note.on, ({ kpi, from }) => [kpi, from]) })),
      ({ code }) => [code],
    ),
  };
}

function kpiInOrder(kpi: KpiSetup): KpiSetup {
  const definitions = kpi.definitions.map((definition) => ({
    ...definition,
    minimum: definition.minimum && plain(definition.minimum),
    maximum: definition.maximum && plain(definition.maximum),
    tolerancePercent: plain(definition.tolerancePercent),
    formula: definition.formula && fieldsInOrder(definition.formula),
  }));
  const targets = kpi.targets.map((target) => ({
    ...target,
    men: target.men && plain(target.men),
    women: target.women && plain(target.women),
  }));
  return {
    ...kpi,
    definitions: by(definitions, ({ from }) => [from]),
    collectedAt: by(kpi.collectedAt, ({ orgUnit, from }) => [orgUnit, from]),
    targets: by(targets, ({ year, orgUnit }) => [year, orgUnit ?? ""]),
    benchmarks: by(kpi.benchmarks, ({ year, labelEn }) => [year, labelEn]),
    breaks: by(kpi.breaks, ({ year }) => [year]),
    references: by(kpi.references, ({ framework, edition, disclosure }) => [framework, edition, disclosure]),
  };
}

/** A formula's own order of writing: JSON columns come back in the database's. */
const fieldOrder = ["kind", "numerator", "denominator", "part", "whole", "minuend", "subtrahend", "men", "women"];

function fieldsInOrder<Formula extends object>(formula: Formula): Formula {
  const place = (name: string) => (fieldOrder.includes(name) ? fieldOrder.indexOf(name) : fieldOrder.length);
  const fields = Object.entries(formula).sort(([a], [b]) => place(a) - place(b) || (a < b ? 1 : -1));
  return Object.fromEntries(fields) as Formula;
}

/** Without zeros that carry nothing. */
function plain(amount: DecimalText): DecimalText {
  const text = amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
  return text === "-0" ? "0" : text;
}

function by<Item>(items: Item[], keyOf: (item: Item) => (string | number)[]): Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => {
      const at = a.key.findIndex((part, index) => part !== b.key[index]);
      return at < 0 ? 0 : a.key[at]! < b.key[at]! ? -1 : 1;
    })
    .map(({ item }) => item);
}
