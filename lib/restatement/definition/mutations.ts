import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Rule } from "@/lib/evaluation/model";
import type { KpiRow } from "@/lib/evaluation/queries";
import { formulaSchema, type FormulaText } from "@/lib/kpi/schema";
import { workOut, type WorkedOut } from "../effect/queries";
import type { Subject } from "../model";
import { holdFigures, recordRestatement, restatementLimits, type Author } from "../record/mutations";

/** What of a definition decides its figures; what is not named stays. */
export type DefinitionChange = Partial<
  Pick<Rule, "unitOfMeasure" | "decimals" | "consolidation" | "collectionLevel"> & { formula: FormulaText | null }
>;

/** Which version of a KPI's definition, and what it shall say. */
export type DefinitionWrite = { kpiId: string; validFromYear: number; change: DefinitionChange };

/** Works out what another definition would do to every figure; nothing is written. */
export async function previewDefinition(
  organisationId: string,
  write: DefinitionWrite,
  reader?: Prisma.TransactionClient,
): Promise<WorkedOut> {
  return workOut(organisationId, (kpis) => subjectOf(kpis, write), reader);
}

/**
 * Restates a definition that holds for a published year, such as a formula with a mistake in it: the restatement with
 * its effects, the definition and the audit entry are one transaction. A formula must have been checked. Returns the
 * restatement's id. Refuses `access.notFound`, `restatement.notPublished` and `restatement.changedSince`.
 */
export async function restateDefinition(author: Author, write: DefinitionWrite, previewed: string): Promise<string> {
  const { organisationId, actorId } = author;
  const { kpiId, validFromYear, change } = write;
  return database.$transaction(async (tx) => {
    const versions = await tx.kpiVersion.findMany({
      where: { organisationId, kpiId },
      orderBy: { validFromYear: "asc" },
    });
    const version = versions.find((one) => one.validFromYear === validFromYear);
    if (!version) throw new Refusal("access.notFound");
    const next = versions.find((one) => one.validFromYear > validFromYear)?.validFromYear ?? 9999;
    const years = await holdFigures(tx, organisationId, [validFromYear, next - 1]);
    const worked = await previewDefinition(organisationId, write, tx);
    const names = Object.keys(change) as (keyof DefinitionChange)[];
    const row = {
      kind: "definition" as const,
      kpiId,
      fromYear: Math.min(...years),
      toYear: Math.max(...years),
      before: Object.fromEntries(names.map((name) => [name, version[name]])) as Prisma.InputJsonObject,
      after: change as Prisma.InputJsonObject,
    };
    return recordRestatement(tx, author, row, worked, previewed, async (restatementId) => {
      await tx.kpiVersion.update({
        where: { kpiId_validFromYear: { kpiId, validFromYear } },
        data: { ...change, formula: change.formula === null ? Prisma.DbNull : change.formula },
        select: { kpiId: true },
      });
      await tx.organisation.update({
        where: { id: organisationId },
        data: { dataVersion: { increment: 1 } },
        select: { id: true },
      });
      await recordAudit(tx, {
        ...{ organisationId, actorId, door: "page", action: "definition.restate", subject: restatementId },
        detail: { kpiId, validFromYear, changed: names },
      });
    });
  }, restatementLimits);
}

function subjectOf(kpis: KpiRow[], { kpiId, validFromYear, change }: DefinitionWrite): Subject {
  const kpi = kpis.find(({ id }) => id === kpiId);
  if (!kpi?.versions.some((version) => version.validFromYear === validFromYear)) throw new Refusal("access.notFound");
  const { formula, ...rest } = change;
  const read = formula === undefined ? {} : { formula: formula === null ? null : formulaSchema.parse(formula) };
  return { kind: "definition", code: kpi.code, validFromYear, rule: { ...rest, ...read } };
}
