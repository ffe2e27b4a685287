import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { isFigure } from "@/lib/import/mapping/model";
import type { ImportPlan } from "@/lib/import/model";
import { kpiOfLabel } from "@/lib/import/label/model";
import { unitBehind, type Recogniser } from "@/lib/import/recognition/model";
import type { SheetLook } from "@/lib/import/table/model";
import { conversion, converts, factorText } from "@/lib/import/unit/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { convert, unitLabel, unitsOfMeasure } from "@/lib/unit-of-measure/model";

type Found = { key: string; kpi: string; name: string; text: string; to: string };
type Props = {
  plan: ImportPlan;
  looks: SheetLook[];
  recognise: Recogniser;
  kpis: { code: string; name: string; unitOfMeasure: string }[];
  locale: Locale;
};

/** Units of measure named in the file that are not the KPI's own, with the factor between them; a wrong one can be put right here. */
export function Units({ plan, looks, recognise, kpis, locale }: Props) {
  const t = useTranslations("import");
  const found = foundUnits(plan, looks, recognise, kpis).filter(
    ({ key, text, to }) =>
      converts(conversion(text, to)) || conversion(text, to).factor === null || plan.units[key] !== undefined,
  );
  if (found.length === 0) return null;
  return (
    <fieldset className="import-labels">
      <legend>{t("units")}</legend>
      <Table label={t("units")} className="lines" columns={[t("kpi"), t("inFile"), t("countedAs"), t("factor")]}>
        {found.map(({ key, name, text, to }, at) => {
          const change = conversion(text, to, plan.units[key]);
          const by = change.factor && factorText(change.factor);
          const choices = Object.keys(unitsOfMeasure).filter((code) => convert({ n: 1n, d: 1n }, code, to) !== null);
          return (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-label={t("inFile")}>
                {text}
                <input type="hidden" name={`unit.text.${at}`} value={key} />
              </td>
              <td data-label={t("countedAs")}>
                <select
                  name={`unit.code.${at}`}
                  defaultValue={plan.units[key] === "" ? "-" : (plan.units[key] ?? "")}
                  aria-label={`${name}: ${t("countedAs")}`}
                >
                  <option value="">{t("asWritten", { unit: text })}</option>
                  <option value="-">{t("asKpi", { unit: unitLabel(to, locale) })}</option>
                  {choices.map((code) => (
                    <option key={code} value={code}>
                      {unitLabel(code, locale)}
                    </option>
                  ))}
                </select>
              </td>
              <td data-label={t("factor")}>
                {by
                  ? `${unitLabel(change.from, locale)} → ${unitLabel(to, locale)} ${by.isDivisor ? "÷" : "×"} ${formatDecimal(by.by, locale)}`
                  : t("reason.unitMismatch")}
              </td>
            </tr>
          );
        })}
      </Table>
    </fieldset>
  );
}

/** Every pair of KPI and unit of measure that the labels, columns and headings at hand name. */
function foundUnits(plan: ImportPlan, looks: SheetLook[], recognise: Recogniser, kpis: Props["kpis"]): Found[] {
  const known = new Map(kpis.map((kpi) => [kpi.code, kpi]));
  const found = new Map<string, Found>();
  const add = (code: string | null | undefined, text: string | null | undefined) => {
    const kpi = code ? known.get(code) : undefined;
    if (kpi && text)
      found.set(`${kpi.code} ${text}`, {
        key: `${kpi.code} ${text}`,
        kpi: kpi.code,
        name: kpi.name,
        text,
        to: kpi.unitOfMeasure,
      });
  };
  for (const sheet of plan.sheets.filter(({ isUsed }) => isUsed)) {
    const at = (role: string) => sheet.columns.find((column) => column.role === role)?.column;
    const figures = sheet.columns.filter(({ role }) => isFigure(role));
    for (const column of figures) add(column.kpi ?? sheet.fixed.kpi, column.unit);
    for (const { index, cells } of looks[sheet.sheet]!.rows) {
      if (index <= (sheet.head.at(-1) ?? -1)) continue;
      const text = (column: number | undefined) => cells.find((cell) => cell.column === column)?.text.trim();
      const label = text(at("kpi"));
      const code = label ? kpiOfLabel(label, null, plan, recognise) : sheet.fixed.kpi;
      const unit = text(at("unitOfMeasure")) ?? (label ? unitBehind(label) : null);
      for (const column of figures) add(column.kpi ?? code, unit ?? column.unit);
    }
  }
  return [...found.values()];
}
