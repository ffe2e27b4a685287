import { kpiOfLabel, orgUnitOfLabel, labelsOf, type Children } from "@/lib/import/label/model";
import { isFigure } from "@/lib/import/mapping/model";
import type { ImportPlan, SheetPlan } from "@/lib/import/model";
import type { Recogniser } from "@/lib/import/recognition/model";
import type { SheetLook } from "@/lib/import/table/model";
import { dependsOnNotation } from "@/lib/import/text/model";

/** Texts in the columns of figures, to tell how numbers are written. A cell that is a number to the file tells nothing: its full stop is the file's own. */
export function figureTexts(sheets: SheetPlan[], looks: SheetLook[]): string[] {
  return sheets
    .filter(({ isUsed }) => isUsed)
    .flatMap(({ sheet, columns }) =>
      columns
        .filter(({ role }) => isFigure(role))
        .flatMap(({ column }) => [...(looks[sheet]!.texts.get(column) ?? [])]),
    );
}

/**
 * Whether a plan leaves nothing open, so that nobody needs to be asked: every label is known, and every number can be
 * read in one way only. `isNotationSure`: the numbers told, or somebody did.
 */
export function isComplete(
  plan: ImportPlan,
  looks: SheetLook[],
  recognise: Recogniser,
  isNotationSure: boolean,
  childrenOf: Children,
): boolean {
  const used = plan.sheets.filter(({ isUsed }) => isUsed);
  if (used.length === 0) return false;
  if (!isNotationSure && figureTexts(plan.sheets, looks).some(dependsOnNotation)) return false;
  return used.every((sheet) => {
    const look = looks[sheet.sheet]!;
    const known = (role: "kpi" | "orgUnit") =>
      labelsOf(look, sheet, role, plan, recognise, childrenOf).every(
        ({ text }) =>
          (role === "kpi" ? kpiOfLabel(text, null, plan, recognise) : orgUnitOfLabel(text, plan, recognise)) !== null,
      );
    const says = (dimension: "kpi" | "orgUnit" | "year") =>
      sheet.fixed[dimension] !== null ||
      sheet.columns.some(({ role }) => role === dimension) ||
      sheet.columns.filter(({ role }) => isFigure(role)).every((column) => column[dimension] !== null);
    return says("kpi") && says("orgUnit") && says("year") && known("kpi") && known("orgUnit") && look.hiddenRows === 0;
  });
}
