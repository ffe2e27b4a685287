import { Refusal } from "@/lib/access/refusal";
import { findDeclared, writeDeclared } from "@/lib/coverage/declaration/mutations";
import type { Planner } from "../plan/mutations";

/** Which org units the organisation's entered figure of a published year covers; all of them is no declaration. */
export type CoverageWrite = { code: string; year: number; orgUnits: string[] };

/**
 * Plans to restate whom a published figure covers. Refuses what declaring coverage refuses (`access.notFound`,
 * `comparability.noFigure`, `comparability.nobody`), and `restatement.nothingChanges`.
 */
export function planCoverage(organisationId: string, asked: CoverageWrite): Planner {
  const { code, year } = asked;
  return async (reader) => {
    const { value, before, named } = await findDeclared(reader, organisationId, asked);
    const { kpiId, rootId } = value;
    if (JSON.stringify(before) === JSON.stringify(named))
      throw new Refusal("restatement.nothingChanges", {}, "orgUnits");
    return {
      years: [year, year],
      // An empty list: all of them.
      row: {
        ...{ kind: "coverage", kpiId, orgUnitId: rootId },
        ...{ before: { orgUnits: before }, after: { orgUnits: named } },
      },
      subjectOf: () => ({
        ...{ kind: "coverage", code, orgUnitId: rootId, year },
        covers: named.length === 0 ? null : new Set(named),
      }),
      act: { action: "coverage.restate", detail: { code, year, from: before, to: named } },
      write: (tx) => writeDeclared(tx, organisationId, value, named),
    };
  };
}
