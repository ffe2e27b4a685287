import { Fragment } from "react";
import { useTranslations } from "next-intl";
import { MethodName, unitText, Users, valueText, VersionMarks } from "@/components/factor/marks";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import type { FactorView } from "@/lib/emission-factor/overview/model";
import type { Locale } from "@/lib/language/model";

/** Every factor by scope, with the version that counts now and where it is used. */
export function FactorList({ org, factors, locale }: { org: string; factors: FactorView[]; locale: Locale }) {
  const t = useTranslations("factor");
  if (factors.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  const scopes = [...new Set(factors.map(({ scope }) => scope))];
  return (
    <Table
      label={t("title")}
      className="factors"
      columns={[
        t("column.activity"),
        t("column.method"),
        t("column.region"),
        overFigures(t("column.value")),
        t("column.unit"),
        t("column.from"),
        t("column.usedBy"),
      ]}
    >
      {scopes.map((scope) => (
        <Fragment key={scope}>
          <tr className="gh">
            <th scope="rowgroup" colSpan={7}>
              {t("scope", { scope })}
            </th>
          </tr>
          {factors
            .filter((factor) => factor.scope === scope)
            .map((factor) => (
              <tr key={factor.id}>
                <th scope="row">
                  <Link href={`/${org}/factors/${factor.code}`}>{factor.activity}</Link>{" "}
                  <VersionMarks version={factor.current} />
                  <code className="u">{factor.code}</code>
                </th>
                <td data-label={t("column.method")}>
                  <MethodName {...factor} />
                </td>
                <td data-label={t("column.region")}>{factor.region}</td>
                <td className="r" data-label={t("column.value")}>
                  {valueText(factor.current, locale)}
                </td>
                <td className="u" data-label={t("column.unit")}>
                  {unitText(factor.current, locale)}
                </td>
                <td data-label={t("column.from")}>{factor.current.validFromYear}</td>
                <td data-label={t("column.usedBy")}>
                  <Users org={org} users={factor.users} />
                </td>
              </tr>
            ))}
        </Fragment>
      ))}
    </Table>
  );
}
