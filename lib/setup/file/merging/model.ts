import type { FactorSetup, SetupDocument } from "../schema";

/**
 * What an organisation is once a file has been taken in: everything as the file says it, and after it what the file
 * does not name. Nothing disappears because a file leaves it out; within what it names, lists are as it says.
 */
export function merged(current: SetupDocument, wanted: SetupDocument): SetupDocument {
  return {
    ...wanted,
    years: joined(current.years, wanted.years, ({ year }) => year),
    orgUnits: joined(current.orgUnits, wanted.orgUnits, codeOf),
    pillars: joined(current.pillars, wanted.pillars, codeOf),
    factors: joined(
      current.factors,
      wanted.factors.map((factor) => withVersions(current, factor)),
      codeOf,
    ),
    kpis: joined(current.kpis, wanted.kpis, codeOf),
    footnotes: joined(current.footnotes, wanted.footnotes, codeOf),
  };
}

/** What the organisation has and the file does not name, by part. */
export function unnamed(current: SetupDocument, wanted: SetupDocument): Record<ListedPart, string[]> {
  const left = <Item>(mine: Item[], named: Item[], keyOf: (item: Item) => string | number) => {
    const said = new Set(named.map(keyOf));
    return mine
      .map(keyOf)
      .filter((key) => !said.has(key))
      .map(String);
  };
  return {
    years: left(current.years, wanted.years, ({ year }) => year),
    orgUnits: left(current.orgUnits, wanted.orgUnits, codeOf),
    pillars: left(current.pillars, wanted.pillars, codeOf),
    factors: left(current.factors, wanted.factors, codeOf),
    kpis: left(current.kpis, wanted.kpis, codeOf),
    footnotes: left(current.footnotes, wanted.footnotes, codeOf),
  };
}

/** Parts of a file that are lists, in the order they are written. */
export const listedParts = ["years", "orgUnits", "pillars", "factors", "kpis", "footnotes"] as const;
export type ListedPart = (typeof listedParts)[number];

/** Versions of factors are only ever added: those the file leaves out at the end stay. */
function withVersions(current: SetupDocument, factor: FactorSetup): FactorSetup {
  const held = current.factors.find(({ code }) => code === factor.code)?.versions ?? [];
  return { ...factor, versions: [...factor.versions, ...held.slice(factor.versions.length)] };
}

function joined<Item>(current: Item[], wanted: Item[], keyOf: (item: Item) => string | number): Item[] {
  const named = new Set(wanted.map(keyOf));
  return [...wanted, ...current.filter((item) => !named.has(keyOf(item)))];
}

const codeOf = ({ code }: { code: string }) => code;
