import { useFormatter, useTranslations } from "next-intl";
import { overButtons, overFigures, Table } from "@/components/ui/table";
import type { UnitLine } from "@/lib/setup/org-unit/queries";

/** Every org unit in tree order, with its days and what it merged into. */
export function OrgUnitTable({ slug, units }: { slug: string; units: UnitLine[] }) {
  const t = useTranslations("setup");
  const format = useFormatter();
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const day = (text: string | null) => (text ? format.dateTime(new Date(text), { dateStyle: "medium" }) : "");
  return (
    <Table
      label={t("part.org-units")}
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
          <td className="muted">{code}</td>
          <td>{day(opensOn)}</td>
          <td>
            {day(closesOn)}
            {mergedIntoId ? ` · ${t("orgUnit.mergedInto", { name: nameOf.get(mergedIntoId) ?? "" })}` : null}
          </td>
          <td className="r">{format.number(values)}</td>
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
