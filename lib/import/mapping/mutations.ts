import type { Sql } from "@/lib/database/sql";
import { keepPlan, planImport } from "@/lib/import/batch/mutations";
import { gapsIn } from "@/lib/import/gap/model";
import { lookOf, type KeptLook } from "@/lib/import/look/model";
import { planSheet } from "@/lib/import/mapping/model";
import { planFrom, type MappingFields } from "@/lib/import/mapping/schema";
import type { ImportPlan, SheetPlan } from "@/lib/import/model";
import { recogniser } from "@/lib/import/recognition/model";
import { catalogueOf, soleOrgUnit } from "@/lib/import/world/model";
import { loadWorld } from "@/lib/import/world/queries";

/** An import whose mapping is changed. */
export type Mapped = { id: string; plan: ImportPlan; look: KeptLook; name: string; reach: string[] | null };

/**
 * Takes what the mapping form says and goes on to the preview. Where it lacks something, where other heading rows were
 * named (the columns are found anew) or a sheet is read that was not, it is kept and shown again, with what is to be
 * done. False: it was not waiting for a mapping.
 */
export async function changeMapping(
  sql: Sql,
  organisationId: string,
  { id, plan: before, look, name, reach }: Mapped,
  fields: MappingFields,
): Promise<boolean> {
  const said = planFrom(fields, before);
  const used = said.sheets.filter(({ isUsed }) => isUsed);
  const beforeOf = ({ sheet }: SheetPlan) => before.sheets.find((one) => one.sheet === sheet)!;
  const moved = used.filter((sheet) => sheet.head.join() !== beforeOf(sheet).head.join());
  const plan = moved.length === 0 ? said : await foundAnew();
  if (gapsIn(plan).length > 0) return keepPlan(sql, organisationId, id, plan, "import.incomplete");
  return moved.length > 0 || used.some((sheet) => !beforeOf(sheet).isUsed)
    ? keepPlan(sql, organisationId, id, plan, "import.foundAnew")
    : planImport(sql, organisationId, id, plan);

  async function foundAnew(): Promise<ImportPlan> {
    const world = await loadWorld(sql, organisationId, reach);
    const recognise = recogniser(catalogueOf(world));
    const beside = { fileName: name, orgUnit: soleOrgUnit(world), remembered: null };
    const found = ({ sheet, head }: SheetPlan) =>
      planSheet(lookOf(look.sheets[sheet]!), sheet, head, recognise, beside);
    return {
      ...said,
      sheets: said.sheets.map((sheet) => (moved.includes(sheet) ? { ...found(sheet), isUsed: true } : sheet)),
    };
  }
}
