import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { treeOf, type OrgUnitNode, type Placement } from "@/lib/org-unit/model";
import { getOrgUnits } from "@/lib/org-unit/queries";
import { requireDays, writeOrgUnit, type OrgUnitChange } from "@/lib/setup/org-unit/mutations";
import type { Planner } from "../plan/mutations";

/**
 * Plans to restate what an org unit was in published years: when it opened and closed, what it merged into, and where
 * it hung. Refuses what changing it refuses, and `restatement.nothingChanges` where every published year keeps its
 * tree: then it is changed without a restatement.
 */
export function planOrgUnit(organisationId: string, change: OrgUnitChange): Planner {
  return async (reader) => {
    requireDays(change);
    const [{ orgUnits, placements }, periods] = await Promise.all([
      getOrgUnits(organisationId, reader),
      reader.reportingPeriod.findMany({ where: { organisationId, state: "published" }, orderBy: { year: "asc" } }),
    ]);
    const was = orgUnits.find(({ id }) => id === change.id);
    const known = new Set(orgUnits.map(({ id }) => id));
    const named = [change.mergedIntoId, change.parentId].filter((id) => id !== null);
    if (!was || was.isRoot || named.some((id) => !known.has(id))) throw new Refusal("access.notFound");
    const { opensOn, closesOn, mergedIntoId } = change;
    const now = {
      orgUnits: orgUnits.map((unit) => (unit.id === change.id ? { ...unit, opensOn, closesOn, mergedIntoId } : unit)),
      placements: moved(placements, change),
    };
    if (hangsBelowItself(now.placements, change)) throw new Refusal("setup.belowItself", {}, "parentId");
    const place = (year: number, units: OrgUnitNode[], hung: Placement[]) => {
      const tree = treeOf(year, units, hung);
      const parent = [...tree.nodes.keys()].find((id) => tree.childrenOf(id).some((child) => child.id === change.id));
      return tree.nodes.has(change.id) ? parent : null;
    };
    const years = periods
      .map(({ year }) => year)
      .filter((year) => place(year, orgUnits, placements) !== place(year, now.orgUnits, now.placements));
    if (years.length === 0) throw new Refusal("restatement.treeStays");
    const said = (unit: OrgUnitChange | typeof was): Prisma.InputJsonObject => ({
      ...{ opensOn: unit.opensOn, closesOn: unit.closesOn, mergedIntoId: unit.mergedIntoId },
      ...("parentId" in unit ? { parentId: unit.parentId, movesOn: unit.movesOn } : {}),
    });
    return {
      years: [years[0]!, years.at(-1)!],
      row: { kind: "orgUnit", orgUnitId: change.id, before: said(was), after: said(change) },
      subjectOf: () => ({ kind: "orgUnit", orgUnitId: change.id, ...now }),
      act: { action: "orgUnit.restate", detail: { orgUnit: was.code, before: said(was), after: said(change) } },
      write: async (tx) => {
        await writeOrgUnit(tx, organisationId, { ...change, name: was.name });
      },
    };
  };
}

function moved(placements: Placement[], { id, parentId, movesOn }: OrgUnitChange): Placement[] {
  if (!parentId || !movesOn) return placements;
  const others = placements.filter((row) => row.orgUnitId !== id || row.validFrom !== movesOn);
  return [...others, { orgUnitId: id, parentId, validFrom: movesOn }];
}

/** Whether a chain of parents, at any time, leads from the new parent to the org unit itself. */
function hangsBelowItself(placements: Placement[], { id, parentId }: OrgUnitChange): boolean {
  const above = new Set(parentId ? [parentId] : []);
  for (const one of above) for (const row of placements) if (row.orgUnitId === one) above.add(row.parentId);
  return above.has(id);
}
