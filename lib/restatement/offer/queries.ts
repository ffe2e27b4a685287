import { leavesOf } from "@/lib/coverage/model";
import { database } from "@/lib/database/client";
import type { Counts } from "@/lib/database/generated/enums";
import { factorFinder, type FactorVersion } from "@/lib/emission-factor/model";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { treeOf } from "@/lib/org-unit/model";
import { getOrgUnits } from "@/lib/org-unit/queries";
import { findKpi, kpiChoices } from "@/lib/setup/kpi/queries";

/** An emission factor as it can be restated: its versions, the newest first, and the published years with the version each keeps. */
export type FactorOffer = {
  code: string;
  activity: string;
  versions: FactorVersion[];
  kept: { year: number; version: FactorVersion | null }[];
};

/** Null when the organisation has no factor of that code. */
export async function getFactorOffer(
  organisationId: string,
  code: string,
  locale: Locale,
): Promise<FactorOffer | null> {
  const book = await loadFactorBook(organisationId);
  const versions = book.versions.filter((version) => version.code === code).reverse();
  const held = factorFinder(book);
  const kept = [...book.published].sort((a, b) => b - a).map((year) => ({ year, version: held(code, year) }));
  return versions[0] ? { code, activity: versions[0].activity[locale], versions, kept } : null;
}

/** Whom the organisation's entered figure of a year covers, and whom it might. */
export type CoverageOffer = { hasFigure: boolean; orgUnits: { id: string; name: string; isCovered: boolean }[] };

/** Null when the organisation has no KPI of that code. */
export async function getCoverageOffer(
  organisationId: string,
  code: string,
  year: number,
): Promise<CoverageOffer | null> {
  const [kpi, { orgUnits, placements }] = await Promise.all([
    database.kpi.findUnique({ where: { organisationId_code: { organisationId, code } }, select: { id: true } }),
    getOrgUnits(organisationId),
  ]);
  if (!kpi) return null;
  const tree = treeOf(year, orgUnits, placements);
  const value = await database.yearlyValue.findUnique({
    where: { kpiId_orgUnitId_year: { kpiId: kpi.id, orgUnitId: tree.rootId, year } },
    select: { status: true, coverage: { select: { orgUnitId: true } } },
  });
  const declared = new Set(value?.coverage.map(({ orgUnitId }) => orgUnitId));
  return {
    hasFigure: value?.status === "reported" || value?.status === "estimated",
    orgUnits: leavesOf({ tree, orgUnitId: tree.rootId, covers: null }).map(({ orgUnit: { id, name } }) => ({
      ...{ id, name },
      isCovered: declared.size === 0 || declared.has(id),
    })),
  };
}

/** Which of the organisation's two figures of a KPI and year counts. */
export type CountingOffer = { hasFigure: boolean; counts: Counts };

/** Null when the organisation has no KPI of that code. */
export async function getCountingOffer(
  organisationId: string,
  code: string,
  year: number,
): Promise<CountingOffer | null> {
  const kpi = await database.kpi.findUnique({
    where: { organisationId_code: { organisationId, code } },
    select: { id: true },
  });
  if (!kpi) return null;
  const root = await database.orgUnit.findFirstOrThrow({
    where: { organisationId, isRoot: true },
    select: { id: true },
  });
  const place = { organisationId, kpiId: kpi.id, orgUnitId: root.id, year };
  const [values, chosen] = await Promise.all([
    database.yearlyValue.count({ where: { ...place, status: { in: ["reported", "estimated"] } } }),
    database.countingChoice.findUnique({
      where: { kpiId_orgUnitId_year: { kpiId: kpi.id, orgUnitId: root.id, year } },
    }),
  ]);
  return { hasFigure: values > 0, counts: chosen?.counts ?? "entered" };
}

/** A KPI as its definition or a target can be restated: what is set up, what holds in a year, and the published years. */
export async function getSetupOffer(organisationId: string, code: string, year: number) {
  const [kpi, choices, periods] = await Promise.all([
    findKpi(organisationId, code),
    kpiChoices(organisationId),
    database.reportingPeriod.findMany({
      where: { organisationId, state: "published" },
      select: { year: true },
      orderBy: { year: "desc" },
    }),
  ]);
  const held = kpi && versionIn(kpi.definitions, year);
  return kpi && held ? { kpi, held, codes: choices.codes, published: periods.map((row) => row.year) } : null;
}
