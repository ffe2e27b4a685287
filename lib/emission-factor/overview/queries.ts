import { database } from "@/lib/database/client";
import { factorEffects } from "@/lib/emission-factor/effect/model";
import { factorFinder, type FactorBook, type FactorVersion } from "@/lib/emission-factor/model";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { figuresOf, loadFacts, type KpiRow } from "@/lib/evaluation/queries";
import { formulaFactors, versionIn } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import type { Locale } from "@/lib/language/model";
import { round } from "@/lib/number/fraction";
import { measure, type Quantity } from "@/lib/quantity/model";
import type { FactorUser, FactorView, KeptYear, PendingEffect } from "./model";

/** Decimals of a figure whose KPI fixes none. */
const CALCULATED_DECIMALS = 2;

/** Every factor of the organisation by scope and code, with its versions, who added them, and where it is used. */
export async function listFactors(
  organisationId: string,
  dataVersion: string,
  year: number,
  locale: Locale,
): Promise<FactorView[]> {
  const [book, { kpis }] = await Promise.all([
    loadFactorBook(organisationId),
    figuresOf(organisationId, dataVersion, year),
  ]);
  const names = await database.user.findMany({
    where: { id: { in: [...new Set(book.versions.map(({ addedBy }) => addedBy))] } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const byFactor = new Map<string, FactorVersion[]>();
  for (const version of book.versions)
    byFactor.set(version.factorId, [...(byFactor.get(version.factorId) ?? []), version]);
  const newest = factorFinder({ ...book, pins: [], published: new Set() });
  return [...byFactor.values()]
    .map((versions): FactorView => {
      const { factorId: id, code, activity, scope, method, region } = versions[0]!;
      return {
        id,
        code,
        activity: activity[locale],
        scope,
        method,
        region,
        current: newest(code, Infinity)!,
        versions: versions
          .map((version) => ({
            ...version,
            addedByName: nameOf.get(version.addedBy) ?? null,
            pinnedYears: keptYears(book, version),
          }))
          .reverse(),
        users: usersOf(code, kpis, locale),
      };
    })
    .sort((a, b) => a.scope - b.scope || (a.code < b.code ? -1 : 1));
}

function keptYears({ pins }: FactorBook, { id, factorId }: FactorVersion): number[] {
  const held = new Map(pins.filter((pin) => pin.factorId === factorId).map((pin) => [pin.year, pin.versionId]));
  return [...held].flatMap(([year, versionId]) => (versionId === id ? [year] : [])).sort((a, b) => a - b);
}

function usersOf(code: string, kpis: KpiRow[], locale: Locale): FactorUser[] {
  return kpis.flatMap((kpi) =>
    kpi.versions.flatMap((version, at): FactorUser[] => {
      const formula = version.formula === null ? null : formulaSchema.parse(version.formula);
      if (!formula || !formulaFactors(formula).includes(code)) return [];
      const next = kpi.versions[at + 1];
      const shortName = version[locale === "da" ? "shortNameDa" : "shortNameEn"];
      return [{ code: kpi.code, shortName, from: version.validFromYear, to: next ? next.validFromYear - 1 : null }];
    }),
  );
}

/**
 * The published years that keep another version of a factor than the one that would count in them today, each with
 * the organisation's figures that would change: what a restatement of the factor would have to say.
 */
export async function keptBehind(organisationId: string, code: string, locale: Locale): Promise<KeptYear[]> {
  const book = await loadFactorBook(organisationId);
  const [kept, newest] = [factorFinder(book), factorFinder({ ...book, pins: [], published: new Set() })];
  const years = [...book.published]
    .filter((year) => newest(code, year) && newest(code, year)!.id !== kept(code, year)?.id)
    .sort((a, b) => b - a);
  if (years.length === 0) return [];
  const { kpis, facts } = await loadFacts(organisationId, { from: Math.min(...years), to: Math.max(...years) });
  const rootId = facts.orgUnits.find(({ isRoot }) => isRoot)!.id;
  const effects = factorEffects(facts, rootId, years, code, (year) => newest(code, year));
  return years.map((year) => ({
    year,
    kept: kept(code, year),
    newer: newest(code, year)!,
    effects: effects
      .filter((effect) => effect.year === year)
      .map((effect): PendingEffect => {
        const version = versionIn(kpis.find((kpi) => kpi.code === effect.code)!.versions, year)!;
        const decimals = version.decimals ?? CALCULATED_DECIMALS;
        return {
          code: effect.code,
          year,
          shortName: version[locale === "da" ? "shortNameDa" : "shortNameEn"],
          unitOfMeasure: version.unitOfMeasure,
          before: printed(effect.before.quantity, decimals),
          after: printed(effect.after.quantity, decimals),
        };
      }),
  }));
}

function printed(quantity: Quantity | null, decimals: number): string | null {
  return quantity && round(measure(quantity), decimals);
}
