import { whyMissed } from "@/lib/coverage/missed/model";
import { coverageView, type CoverageView } from "@/lib/coverage/model";
import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";
import { splitOf, type Split } from "@/lib/driver/split/model";
import { figuresOf, type KpiRow } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { measure } from "@/lib/quantity/model";
import type { IsHidden } from "@/lib/suppression/queries";
import { comparisonOf, type Comparison } from "./comparison/model";
import { keyOf, lineageOf, withinLineage, type Lineage, type Place, type World } from "./model";
import type { Proof, RestatedOnce } from "./proof/model";
import { proofsOf, restatementsOf } from "./proof/queries";

/** Who entered a value, when, through which door, and the how-manieth version of the cell it is. */
export type Entry = { author: string | null; at: string; version: number; door: string };

/** A figure's lineage with the acts behind its entered values, by `keyOf`, and whether it can be compared with the year before. */
export type FigureLineage = {
  lineage: Lineage;
  entries: Record<string, Entry>;
  comparison: Comparison;
  split: Split | null;
  /** How much of the organisation it covers; null: there is no figure, or nothing to cover. */
  coverage: CoverageView | null;
  /** Whether the organisation says which KPI counts full-time equivalents. */
  hasFteKpi: boolean;
  /** What was restated of it, the latest first. */
  restatements: RestatedOnce[];
  /** Files that back the values it was made of. */
  proofs: Proof[];
};

/** Which figure, and for whom: `isHidden` what they may not see, `withAuthors` whether they may know who entered what, `mayOpen` the org units whose evidence they may open. */
export type Asked = {
  organisation: { id: string; dataVersion: string };
  code: string;
  year: number;
  /** Code of the org unit; null: the organisation. */
  unit: string | null;
  locale: Locale;
  isHidden: IsHidden;
  withAuthors: boolean;
  mayOpen: (orgUnitId: string) => boolean;
};

type Where = Omit<Asked, "withAuthors" | "mayOpen">;

/** A figure's whole lineage: a fixed number of reads beside the figures themselves, whatever it is made of. Null where the year knows no such KPI or org unit. */
export async function getLineage(asked: Asked): Promise<FigureLineage | null> {
  const found = await worldOf(asked);
  const lineage = found && lineageOf(found.place, found.world);
  if (!found || !lineage) return null;
  const { id } = asked.organisation;
  const all = withinLineage(lineage);
  const isShown = !lineage.isHidden;
  const [entries, restatements, proofs, coverage] = await Promise.all([
    asked.withAuthors ? entriesOf(id, all) : {},
    isShown ? restatementsOf(id, lineage, asked.withAuthors, asked.locale) : [],
    isShown ? proofsOf(id, all, asked.mayOpen) : [],
    isShown ? coverageOf(id, found) : { hasFteKpi: false, coverage: null },
  ]);
  return {
    ...{ lineage, entries, restatements, proofs, ...coverage },
    comparison: comparisonOf(found.place, found.world),
    split: splitOf(found.place, found.world),
  };
}

type Found = { place: Place; world: World; kpis: KpiRow[] };

/** Whom a figure covers, by number and by the full-time equivalents the organisation counts. */
async function coverageOf(organisationId: string, { place, world, kpis }: Found) {
  const { fteKpiId } = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { fteKpiId: true },
  });
  const fte = kpis.find(({ id }) => id === fteKpiId);
  const { code, orgUnitId, year } = place;
  const { quantity, covers } = world.evaluate(code, orgUnitId, year);
  const coverage =
    quantity &&
    coverageView(
      { tree: world.tree(year), orgUnitId, covers },
      (id) => {
        const known = fte && world.evaluate(fte.code, id, year);
        return known?.quantity ? { amount: measure(known.quantity), isExample: known.isExample } : null;
      },
      whyMissed(world.facts, world.evaluate, { code, year }),
    );
  return { coverage, hasFteKpi: fte !== undefined };
}

/** A figure without its authors: nothing is read but the figures a page has anyway. */
export async function getSplit(asked: Where): Promise<{ lineage: Lineage; split: Split } | null> {
  const found = await worldOf(asked);
  const split = found && splitOf(found.place, found.world);
  const lineage = split && lineageOf(found.place, found.world);
  return lineage && { lineage, split };
}

async function worldOf(asked: Where): Promise<Found | null> {
  const { organisation, code, year, unit, locale, isHidden } = asked;
  const { kpis, facts, evaluate, beside, tree } = await figuresOf(organisation.id, organisation.dataVersion, year);
  const now = tree(year);
  const orgUnitId = unit === null ? now.rootId : [...now.nodes.values()].find((node) => node.code === unit)?.id;
  if (orgUnitId === undefined) return null;
  const byCode = new Map(kpis.map((kpi) => [kpi.code, kpi]));
  const describe: World["describe"] = (of, at) => {
    const version = versionIn(byCode.get(of)?.versions ?? [], at);
    const name = version && (locale === "da" ? version.shortNameDa : version.shortNameEn);
    return version && { name: name ?? "", unitOfMeasure: version.unitOfMeasure };
  };
  const breaksOf: World["breaksOf"] = (of) =>
    (byCode.get(of)?.breaks ?? []).map(({ year: at, kind, noteDa, noteEn }) => ({
      year: at,
      kind,
      note: locale === "da" ? noteDa : noteEn,
    }));
  return {
    kpis,
    place: { code, orgUnitId, year },
    world: { evaluate, beside, tree, facts, describe, breaksOf, isHidden },
  };
}

const ENTRIES = `
select asked.key, u.name as author, r.at, r.version, r.door
from unnest($2::text[], $3::text[], $4::uuid[], $5::int[]) as asked(key, code, unit, year)
  join "Kpi" k on k."organisationId" = $1 and k.code = asked.code
  join "YearlyValue" v on v."kpiId" = k.id and v."orgUnitId" = asked.unit and v.year = asked.year and v."organisationId" = $1
  join "ValueRevision" r on r."kpiId" = v."kpiId" and r."orgUnitId" = v."orgUnitId" and r.year = v.year and r.version = v.version
  left join "User" u on u.id = r."actorId"`;

type EntryRow = { key: string; author: string | null; at: Date; version: number; door: string };

/** The latest revision of every value entered in a lineage, in one read; authors by their present name. */
async function entriesOf(organisationId: string, lineages: Lineage[]): Promise<Record<string, Entry>> {
  const entered = lineages.filter(({ made, isHidden }) => made === "entered" && !isHidden);
  if (entered.length === 0) return {};
  const columns = [
    entered.map(keyOf),
    entered.map(({ code }) => code),
    entered.map(({ orgUnit }) => orgUnit.id),
    entered.map(({ year }) => year),
  ];
  const { rows } = await pool().query<EntryRow>({
    name: "lineage",
    text: ENTRIES,
    values: [organisationId, ...columns],
  });
  return Object.fromEntries(rows.map(({ key, at, ...row }) => [key, { ...row, at: at.toISOString() }]));
}
