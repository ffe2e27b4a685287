import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { columnName } from "@/lib/import/cell/model";
import { columnRoles, type SheetPlan } from "@/lib/import/model";
import type { Gap } from "@/lib/import/gap/model";
import type { SheetLook } from "@/lib/import/table/model";
import { SheetGaps, sheetId } from "./gaps";

/** One sheet: whether it is read, which rows are its headings, what each column is for, what holds for all of it. */
export function SheetMapping({ sheet, look, gaps }: { sheet: SheetPlan; look: SheetLook; gaps: Gap[] }) {
  const t = useTranslations("import");
  const name = `sheet.${sheet.sheet}`;
  const last = sheet.head.at(-1) ?? -1;
  const sample = (column: number) =>
    look.rows
      .filter(({ index }) => index > last)
      .flatMap(({ cells }) =>
        cells.filter((cell) => cell.column === column).map(({ text, isPercent }) => (isPercent ? `${text} (%)` : text)),
      )
      .slice(0, 3)
      .join(" · ");
  return (
    <fieldset
      className="import-sheet"
      id={sheetId(sheet.sheet)}
      tabIndex={-1}
      aria-describedby={gaps.some((gap) => gap.sheet === sheet.sheet) ? `${sheetId(sheet.sheet)}-gaps` : undefined}
    >
      <legend>
        {look.name}
        {look.isHidden ? ` (${t("hiddenSheet")})` : ""}
      </legend>
      <input type="hidden" name={`${name}.is`} value="1" />
      <label className="choice">
        <input type="checkbox" name={`${name}.used`} value="1" defaultChecked={sheet.isUsed} />
        <span>{t("readSheet", { rows: look.count })}</span>
      </label>
      <SheetGaps sheet={sheet.sheet} gaps={gaps} />
      <div className="import-fixed">
        <label>
          {t("headRows")}
          <input name={`${name}.head`} defaultValue={sheet.head.map((row) => row + 1).join(", ")} inputMode="numeric" />
        </label>
        <label>
          {t("fixedYear")}
          <input name={`${name}.year`} defaultValue={sheet.fixed.year ?? ""} inputMode="numeric" />
        </label>
        <label>
          {t("fixedOrgUnit")}
          <input name={`${name}.orgUnit`} defaultValue={sheet.fixed.orgUnit ?? ""} list="org-unit-choices" />
        </label>
        <label>
          {t("fixedKpi")}
          <input name={`${name}.kpi`} defaultValue={sheet.fixed.kpi ?? ""} list="kpi-choices" />
        </label>
      </div>
      <details open={sheet.isUsed}>
        <summary>{t("columns", { count: sheet.columns.length })}</summary>
        <Table
          label={t("columns", { count: sheet.columns.length })}
          className="lines import-columns"
          columns={(["column", "heading", "sample", "role", "year", "orgUnit", "kpi"] as const).map((head) => t(head))}
        >
          {sheet.columns.slice(0, 300).map((column) => {
            const field = `column.${sheet.sheet}.${column.column}`;
            const label = (what: string) => `${columnName(column.column)}: ${what}`;
            const inputOf = (key: "year" | "orgUnit" | "kpi") => ({
              name: `${field}.${key}`,
              defaultValue: column[key] ?? "",
              "aria-label": label(t(key)),
            });
            return (
              <tr key={column.column}>
                <th scope="row">{columnName(column.column)}</th>
                <td data-label={t("heading")}>{column.head}</td>
                <td className="muted" data-label={t("sample")}>
                  {sample(column.column)}
                </td>
                <td data-label={t("role")}>
                  <select name={`${field}.role`} defaultValue={column.role} aria-label={label(t("role"))}>
                    {columnRoles.map((role) => (
                      <option key={role} value={role}>
                        {t(`roleOf.${role}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td data-label={t("year")}>
                  <input {...inputOf("year")} size={5} inputMode="numeric" />
                </td>
                <td data-label={t("orgUnit")}>
                  <input {...inputOf("orgUnit")} list="org-unit-choices" />
                </td>
                <td data-label={t("kpi")}>
                  <input {...inputOf("kpi")} list="kpi-choices" />
                </td>
              </tr>
            );
          })}
        </Table>
      </details>
    </fieldset>
  );
}
