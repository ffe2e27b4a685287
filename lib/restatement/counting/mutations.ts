import { Refusal } from "@/lib/access/refusal";
import { findChoice, writeChoice } from "@/lib/consolidation/choice/mutations";
import type { Counts } from "@/lib/database/generated/enums";
import type { Planner } from "../plan/mutations";

/** Which of the organisation's two figures of a published year shall count. */
export type CountingWrite = { code: string; year: number; counts: Counts };

/**
 * Plans to restate which of two figures counts. Refuses what choosing refuses (`access.notFound`,
 * `comparability.noFigure`), and `restatement.nothingChanges`.
 */
export function planCounting(organisationId: string, asked: CountingWrite): Planner {
  const { code, year, counts } = asked;
  return async (reader) => {
    const { kpiId, orgUnitId, before } = await findChoice(reader, organisationId, asked);
    if (before === counts) throw new Refusal("restatement.nothingChanges", {}, "counts");
    return {
      years: [year, year],
      row: { ...{ kind: "counting", kpiId, orgUnitId }, before: { counts: before }, after: { counts } },
      subjectOf: () => ({ kind: "counting", code, orgUnitId, year, counts }),
      act: { action: "value.restateChoice", detail: { code, year, from: before, to: counts } },
      write: (tx, _published, actorId) =>
        writeChoice(tx, { organisationId, actorId }, { kpiId, orgUnitId, year, counts }),
    };
  };
}
