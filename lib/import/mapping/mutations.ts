import type { Sql } from "@/lib/database/sql";
import { keepPlan, planImport } from "@/lib/import/batch/mutations";
import { lookOf, type KeptLook } from "@/lib/import/look/model";
import { planSheet } from "@/lib/import/mapping/model";
import { planFrom, type MappingFields } from "@/lib/import/mapping/schema";
import type { ImportPlan } from "@/lib/import/model";
import { recogniser } from "@/lib/import/recognition/model";
import { catalogueOf, soleOrgUnit } from "@/lib/import/world/model";
import { loadWorld } from "@/lib/import/world/queries";

/** An import whose mapping is changed. */
export type Mapped = { id: string; plan: ImportPlan; look: KeptLook; name: string; reach: string[] | null };

/** Takes what the mapping form says. Where other heading rows were named, the sheet's columns are found anew and shown; else it goes on to the preview. False: it was not waiting for a mapping. */
export async function changeMapping(
  sql: Sql,
  organisationId: string,
  { id, plan: before, look, name, reach }: Mapped,
  fields: MappingFields,
): Promise<boolean> {
  const plan = planFrom(fields, before);
  const moved = plan.sheets.filter(
    (sheet, at) => sheet.isUsed && (sheet.head.join() !== before.sheets[at]!.head.join() || !before.sheets[at]!.isUsed),
  );
  if (moved.length === 0) return planImport(sql, organisationId, id, plan);
  const world = await loadWorld(sql, organisationId, reach);
  const beside = { fileName: name, orgUnit: soleOrgUnit(world), remembered: null };
  const sheets = plan.sheets.map((sheet) =>
    moved.includes(sheet)
      ? {
          ...planSheet(
            lookOf(look.sheets[sheet.sheet]!),
            sheet.sheet,
            sheet.head,
            recogniser(catalogueOf(world)),
            beside,
          ),
          isUsed: true,
        }
      : sheet,
  );
  return keepPlan(sql, organisationId, id, { ...plan, sheets });
}
