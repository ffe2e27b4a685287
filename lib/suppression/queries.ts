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
  const [limits, { kpis, evaluate, tree }] = await Promise.all([
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
        headsCode: kpis.find((kpi) => versionIn(kpi.versions, year)?.unitOfMeasure === "FTE")?.code ?? null,
        evaluate: (code, orgUnitId) => evaluate(code, orgUnitId, year),
        isNeeded: (orgUnitId) => own.has(orgUnitId),
      });
    years.set(year, known);
    return known;
  };
  return ({ code, orgUnitId, year }) => inYear(year)(code).has(orgUnitId);
}

async function limitsOf(organisationId: string): Promise<Limits> {
  const { suppressBelowCases, suppressBelowReplies } = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { suppressBelowCases: true, suppressBelowReplies: true },
  });
  return { cases: suppressBelowCases, replies: suppressBelowReplies };
}

function ruleIn({ code, versions }: KpiRow, year: number): [string, PeopleRule][] {
  const version = versionIn(versions, year);
  if (!version) return [];
  const { smallGroup, unitOfMeasure, weightKpi } = version;
  const formula = version.formula === null ? null : formulaSchema.parse(version.formula);
  return [[code, { smallGroup, unitOfMeasure, formula, weightCode: weightKpi?.code ?? null }]];
}
