import type { Access } from "@/lib/access/model";
import { database } from "@/lib/database/client";
import { figuresOf, type KpiRow } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { neededBy, suppression, type Limits, type PeopleRule } from "./model";

/** Whether whoever asks may not see an org unit's figure of a KPI in a year. */
export type IsHidden = (place: { code: string; orgUnitId: string; year: number }) => boolean;

/** Who is asking, and for which version of the organisation's data. */
export type Viewer = Pick<Access, "roles" | "orgUnitIds"> & {
  organisation: Pick<Access["organisation"], "id" | "dataVersion">;
};

/**
 * What is hidden from a person of the figures that a page of a reporting year shows. Nothing is read or worked out
 * for those who need every figure; each year is worked out when it is first asked about.
 */
export async function hiddenFrom(viewer: Viewer, reportingYear: number): Promise<IsHidden> {
  const needed = neededBy(viewer);
  if (needed === "all") return () => false;
  const { id, dataVersion } = viewer.organisation;
  const [{ fteKpiId, ...limits }, { kpis, evaluate, tree }] = await Promise.all([
    limitsOf(id),
    figuresOf(id, dataVersion, reportingYear),
  ]);
  const own = new Set(needed);
  const years = new Map<number, ReturnType<typeof suppression>>();
  const inYear = (year: number) => {
    const known =
      years.get(year) ??
      suppression({
        limits,
        tree: tree(year),
        rules: new Map(kpis.flatMap((kpi) => ruleIn(kpi, year))),
        headsCode: headsIn(kpis, year, fteKpiId),
        evaluate: (code, orgUnitId) => evaluate(code, orgUnitId, year),
        isNeeded: (orgUnitId) => own.has(orgUnitId),
      });
    years.set(year, known);
    return known;
  };
  return ({ code, orgUnitId, year }) => inYear(year)(code).has(orgUnitId);
}

/** As `hiddenFrom`, of figures of any of these years, each judged by what is known in that year. */
export async function hiddenInYears(viewer: Viewer, years: readonly number[]): Promise<IsHidden> {
  if (neededBy(viewer) === "all") return () => false;
  const distinct = [...new Set(years)];
  const known = new Map(
    await Promise.all(distinct.map(async (year) => [year, await hiddenFrom(viewer, year)] as const)),
  );
  // What was never asked about is hidden rather than shown.
  return (place) => known.get(place.year)?.(place) ?? true;
}

/** The KPI that counts everybody in an org unit: the one the organisation named, else the first in full-time equivalents. */
function headsIn(kpis: KpiRow[], year: number, fteKpiId: string | null): string | null {
  const holds = kpis.filter(({ versions }) => versionIn(versions, year) !== null);
  const named = holds.find(({ id }) => id === fteKpiId);
  return (named ?? holds.find(({ versions }) => versionIn(versions, year)?.unitOfMeasure === "FTE"))?.code ?? null;
}

async function limitsOf(organisationId: string): Promise<Limits & { fteKpiId: string | null }> {
  const { suppressBelowCases, suppressBelowReplies, fteKpiId } = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { suppressBelowCases: true, suppressBelowReplies: true, fteKpiId: true },
  });
  return { cases: suppressBelowCases, replies: suppressBelowReplies, fteKpiId };
}

function ruleIn({ code, versions }: KpiRow, year: number): [string, PeopleRule][] {
  const version = versionIn(versions, year);
  if (!version) return [];
  const { smallGroup, unitOfMeasure, weightKpi } = version;
  const formula = version.formula === null ? null : formulaSchema.parse(version.formula);
  return [[code, { smallGroup, unitOfMeasure, formula, weightCode: weightKpi?.code ?? null }]];
}
