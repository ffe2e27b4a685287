import { useFormatter, useLocale, useTranslations } from "next-intl";
import { overButtons, overFigures, Table } from "@/components/ui/table";
import type { UnitLine } from "@/lib/setup/org-unit/queries";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";

/** Every org unit in tree order, with its days and what it merged into. */
export function OrgUnitTable({ slug, units }: { slug: string; units: UnitLine[] }) {
  const t = useTranslations("setup");
  const format = useFormatter();
  const locale = useLocale() as Locale;
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const day = (text: string | null) => (text ? formatDate(new Date(text), locale) : "");
  return (
    <Table
      label={t("part.org-units")}
      className="lines"
      columns={[
        t("orgUnit.name"),
        t("code"),
        t("orgUnit.opensOn"),
        t("orgUnit.closesOn"),
        overFigures(t("values")),
        overButtons(t("change")),
      ]}
    >
      {units.map(({ id, name, code, depth, isRoot, opensOn, closesOn, mergedIntoId, values }) => (
        <tr key={id} className={closesOn ? "gone" : undefined}>
          <th scope="row" className={`d${Math.min(depth, 3)}`}>
            {name}
          </th>
          <td className="muted" data-label={t("code")}>
            {code}
          </td>
          <td data-label={t("orgUnit.opensOn")}>{day(opensOn)}</td>
          <td data-label={t("orgUnit.closesOn")}>
            {day(closesOn)}
            {mergedIntoId ? ` · ${t("orgUnit.mergedInto", { name: nameOf.get(mergedIntoId) ?? "" })}` : null}
          </td>
          <td className="r" data-label={t("values")}>
            {format.number(values)}
          </td>
          <td className="r">
            {isRoot ? null : (
              <a className="act" href={`/${slug}/setup/org-units/${code}`}>
                {t("change")}
                <span className="vh"> {name}</span>
              </a>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
