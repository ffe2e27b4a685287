/** An org unit as the tree needs it. Dates are ISO days (2024-12-31). */
export type OrgUnitNode = {
  id: string;
  code: string;
  name: string;
  isRoot: boolean;
  position: number;
  opensOn: string | null;
  closesOn: string | null;
  /** The org unit that carries on what this one did, from the day after it closed. */
  mergedIntoId: string | null;
};

/** From `validFrom` on, the org unit hangs under the parent. */
export type Placement = { orgUnitId: string; parentId: string; validFrom: string };

/** The tree as it was in one year. */
export type Tree = {
  rootId: string;
  /** Org units that existed at any time of the year. */
  nodes: Map<string, OrgUnitNode>;
  childrenOf(id: string): OrgUnitNode[];
  /** The lowest org units below (or the org unit itself when nothing is below it). */
  leavesBelow(id: string): OrgUnitNode[];
};

/** The tree of a year: who existed in it, each under the parent it had last in that year. */
export function treeOf(year: number, orgUnits: OrgUnitNode[], placements: Placement[]): Tree {
  const nodes = new Map(orgUnits.filter((orgUnit) => existedIn(year, orgUnit)).map((orgUnit) => [orgUnit.id, orgUnit]));
  const root = orgUnits.find((orgUnit) => orgUnit.isRoot);
  if (!root) throw new Error("The organisation has no root org unit.");
  const parents = parentsIn(year, placements);
  const children = new Map<string, OrgUnitNode[]>();
  for (const node of nodes.values()) {
    if (node.isRoot) continue;
    // Without a placement by then, an org unit hangs directly under the root.
    const parentId = parents.get(node.id) ?? root.id;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(node);
    else children.set(parentId, [node]);
  }
  for (const siblings of children.values())
    siblings.sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
  const childrenOf = (id: string) => children.get(id) ?? [];
  const leaves = new Map<string, OrgUnitNode[]>();
  const leavesBelow = (id: string): OrgUnitNode[] => {
    const found = leaves.get(id);
    if (found) return found;
    const below = childrenOf(id);
    const self = nodes.get(id);
    const made = below.length > 0 ? below.flatMap((child) => leavesBelow(child.id)) : self ? [self] : [];
    leaves.set(id, made);
    return made;
  };
  return { rootId: root.id, nodes, childrenOf, leavesBelow };
}

/**
 * Who speaks for an org unit in the end: the last of those it was merged into, or itself. Org units of one line are
 * one thing over the years, however often it was merged.
 */
export function lineOf(orgUnits: readonly OrgUnitNode[]): (id: string) => string {
  const successor = new Map(orgUnits.flatMap(({ id, mergedIntoId }) => (mergedIntoId ? [[id, mergedIntoId]] : [])));
  return (id) => {
    const seen = new Set([id]);
    let last = id;
    // A chain that leads back to itself ends where it began to repeat.
    for (let next = successor.get(last); next !== undefined && !seen.has(next); next = successor.get(last)) {
      seen.add(next);
      last = next;
    }
    return last;
  };
}

function existedIn(year: number, orgUnit: OrgUnitNode): boolean {
  return (orgUnit.opensOn ?? "") <= `${year}-12-31` && (orgUnit.closesOn ?? "9999") >= `${year}-01-01`;
}

/** The parent each org unit had last by the end of the year. */
function parentsIn(year: number, placements: Placement[]): Map<string, string> {
  const held = new Map<string, Placement>();
  for (const row of placements) {
    const known = held.get(row.orgUnitId);
    if (row.validFrom <= `${year}-12-31` && (!known || row.validFrom > known.validFrom)) held.set(row.orgUnitId, row);
  }
  return new Map([...held].map(([orgUnitId, { parentId }]) => [orgUnitId, parentId]));
}
