import { useTranslations } from "next-intl";
import { unitText, valueText, VersionMarks } from "@/components/factor/marks";
import { overFigures, Table } from "@/components/ui/table";
import type { FactorView } from "@/lib/emission-factor/overview/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";

/** Every version of a factor, the newest first: its value, source, who added it, and the published years that keep it. */
export function FactorVersions({ versions, locale }: Pick<FactorView, "versions"> & { locale: Locale }) {
  const t = useTranslations("factor");
  return (
    <Table
      label={t("versions")}
      className="factors"
      columns={[
        t("column.version"),
        t("column.from"),
        overFigures(t("column.value")),
        t("column.unit"),
        t("column.source"),
        t("column.added"),
        t("column.kept"),
      ]}
    >
      {versions.map((version) => (
        <tr key={version.id} id={`version-${version.version}`}>
          <th scope="row">
            {version.version} <VersionMarks version={version} />
          </th>
          <td data-label={t("column.from")}>{version.validFromYear}</td>
          <td className="r" data-label={t("column.value")}>
            {valueText(version, locale)}
          </td>
          <td className="u" data-label={t("column.unit")}>
            {unitText(version, locale)}
          </td>
          <td className="source" data-label={t("column.source")}>
            {remarkIn(version.source, locale)}
            <span className="u">
              {t("column.retrieved")} {formatDate(new Date(version.retrievedOn), locale)}
            </span>
            {version.note ? <span className="u">{remarkIn(version.note, locale)}</span> : null}
          </td>
          <td data-label={t("column.added")}>
            {version.addedByName ?? t("erased")}
            <span className="u">{formatDate(new Date(version.addedAt), locale)}</span>
          </td>
          <td data-label={t("column.kept")}>
            {version.pinnedYears.length > 0 ? t("keptYears", { years: version.pinnedYears.join(", ") }) : ""}
          </td>
        </tr>
      ))}
    </Table>
  );
}
