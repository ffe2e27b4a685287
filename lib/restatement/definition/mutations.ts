import { Refusal } from "@/lib/access/refusal";
import { Prisma } from "@/lib/database/generated/client";
import type { KpiVersion } from "@/lib/database/generated/client";
import type { Rule } from "@/lib/evaluation/model";
import { versionIn } from "@/lib/kpi/model";
import { formulaSchema, type FormulaText } from "@/lib/kpi/schema";
import type { Subject } from "../model";
import type { Planner } from "../plan/mutations";

/** What of a definition a published year rests on; what is not named stays. */
export type DefinitionChange = Partial<
  Pick<Rule, "unitOfMeasure" | "decimals" | "consolidation" | "collectionLevel" | "weightCode"> &
    Pick<KpiVersion, "direction" | "definitionDa" | "definitionEn"> & { formula: FormulaText | null }
>;

/** What a KPI's definition shall say from a year on. */
export type DefinitionWrite = { kpiId: string; validFromYear: number; change: DefinitionChange };

/** Years have four digits: no definition begins later. */
const FOREVER = 9999;

/**
 * Plans to restate a definition that holds for a published year, such as a formula with a mistake in it: from a year
 * that already has one of its own, or from any later one. A formula must have been checked. Refuses `access.notFound`
 * for a KPI or weight of nobody's and a year before the first definition, and `restatement.nothingChanges`.
 */
export function planDefinition(organisationId: string, write: DefinitionWrite): Planner {
  const { kpiId, validFromYear, change } = write;
  return async (reader) => {
    const [versions, weight] = await Promise.all([
      reader.kpiVersion.findMany({
        where: { organisationId, kpiId },
        include: { weightKpi: { select: { code: true } } },
        orderBy: { validFromYear: "asc" },
      }),
      change.weightCode
        ? reader.kpi.findUnique({ where: { organisationId_code: { organisationId, code: change.weightCode } } })
        : null,
    ]);
    const held = versionIn(versions, validFromYear);
    if (!held || (change.weightCode && !weight)) throw new Refusal("access.notFound");
    const before = { ...held, weightCode: held.weightKpi?.code ?? null };
    const names = (Object.keys(change) as (keyof DefinitionChange)[]).filter(
      (name) => JSON.stringify(change[name]) !== JSON.stringify(before[name]),
    );
    if (names.length === 0) throw new Refusal("restatement.nothingChanges");
    const next = versions.find((one) => one.validFromYear > validFromYear)?.validFromYear ?? FOREVER + 1;
    const only = (from: object) =>
      Object.fromEntries(names.map((name) => [name, from[name as keyof object]])) as Prisma.InputJsonObject;
    const { weightCode, formula, ...plain } = change;
    const columns = {
      ...plain,
      ...(weightCode === undefined ? {} : { weightKpiId: weight?.id ?? null }),
      ...(formula === undefined ? {} : { formula: formula ?? Prisma.DbNull }),
    };
    return {
      years: [validFromYear, next - 1],
      row: { kind: "definition", kpiId, before: only(before), after: only(change) },
      subjectOf: (kpis) => subjectOf(kpis, write),
      act: { action: "definition.restate", detail: { kpiId, validFromYear, changed: names } },
      write: async (tx) => {
        const where = { kpiId_validFromYear: { kpiId, validFromYear } };
        if (held.validFromYear === validFromYear) {
          await tx.kpiVersion.update({ where, data: columns, select: { kpiId: true } });
          return;
        }
        const { weightKpi: _, ...kept } = held;
        const begun = { ...kept, formula: kept.formula ?? Prisma.DbNull, ...columns, validFromYear };
        await tx.kpiVersion.create({ data: begun, select: { kpiId: true } });
      },
    };
  };
}

function subjectOf(kpis: { id: string; code: string }[], { kpiId, validFromYear, change }: DefinitionWrite): Subject {
  const kpi = kpis.find(({ id }) => id === kpiId);
  if (!kpi) throw new Refusal("access.notFound");
  const { formula, direction: _, definitionDa: __, definitionEn: ___, ...rule } = change;
  const read = formula === undefined ? {} : { formula: formula === null ? null : formulaSchema.parse(formula) };
  return { kind: "definition", code: kpi.code, validFromYear, rule: { ...rule, ...read } };
}
