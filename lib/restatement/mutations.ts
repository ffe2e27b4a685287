import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { saveValues } from "@/lib/value/mutations";
import { emptyContent, type CellContent, type CellKey } from "@/lib/value/model";
import { readStoredCells } from "@/lib/value/queries";
import { contentOf } from "@/lib/value/draft/model";
import { workOut } from "./effect/queries";
import type { Subject } from "./model";
import { holdFigures, recordRestatement, restatementLimits, type Author, type RestatedRow } from "./record/mutations";

/**
 * Restates a value of a published year: the restatement with its effects, the value, its history and audit entry are
 * one transaction. `seen` is the version of the cell that was previewed, `previewed` the digest of the effects that
 * were. Returns the restatement's id. Refuses `restatement.notPublished`, `restatement.sameFigure`,
 * `restatement.changedSince`, and what a save refuses (`value.refusal.*`).
 */
export async function restateValue(
  author: Author,
  cell: CellKey & { content: CellContent; seen: number },
  previewed: string,
): Promise<string> {
  const { organisationId, actorId } = author;
  const { content, seen, ...key } = cell;
  return database.$transaction(async (tx) => {
    await holdFigures(tx, organisationId, [key.year, key.year]);
    const stored = (await readStoredCells(tx, organisationId, [key])).get(key);
    if ((stored?.version ?? 0) !== seen) throw new Refusal("restatement.changedSince");
    const before = stored ? contentOf(stored) : emptyContent;
    const worked = await workOut(organisationId, (kpis) => valueSubject(kpis, key, content), tx);
    const row: RestatedRow = {
      ...{ kind: "value", kpiId: key.kpiId, orgUnitId: key.orgUnitId },
      ...{ fromYear: key.year, toYear: key.year, toVersion: seen + 1, before, after: content },
    };
    return recordRestatement(tx, author, row, worked, previewed, async (restatementId) => {
      const block = { organisationId, actorId, door: "page" as const, restatementId };
      const [outcome] = await saveValues(tx, { ...block, cells: [{ ...key, ...content, seen }] });
      if (outcome?.outcome === "refused") throw new Refusal(`value.refusal.${outcome.code}`, { text: "" }, "figure");
      if (outcome?.outcome !== "saved") throw new Refusal("restatement.changedSince");
    });
  }, restatementLimits);
}

/** The subject of a value's restatement; a KPI the organisation does not have is `access.notFound`. */
export function valueSubject(kpis: { id: string; code: string }[], key: CellKey, content: CellContent): Subject {
  const kpi = kpis.find(({ id }) => id === key.kpiId);
  if (!kpi) throw new Refusal("access.notFound");
  return { kind: "value", code: kpi.code, content, ...key };
}
