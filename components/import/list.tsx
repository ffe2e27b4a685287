import { knownMessage } from "@/lib/language/saying/model";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import type { ImportLine } from "@/lib/import/batch/queries";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";

/** What was brought before, the latest first. */
export function ImportList({ org, imports }: { org: string; imports: ImportLine[] }) {
  const t = useTranslations("import");
  const format = useFormatter();
  const locale = useLocale() as Locale;
  if (imports.length === 0) return <EmptyState title={t("noneTitle")}>{t("noneText")}</EmptyState>;
  return (
    <section className="mt-10" aria-labelledby="import-list">
      <h2 id="import-list">{t("earlier")}</h2>
      <Table
        label={t("earlier")}
        className="lines"
        columns={[
          t("file"),
          t("stateHead"),
          overFigures(t("outcome.added")),
          overFigures(t("outcome.changed")),
          overFigures(t("outcome.refused")),
          t("broughtBy"),
          t("at"),
        ]}
      >
        {imports.map(({ id, name, state, summary, by, at }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/${org}/import/${id}`}>{name}</Link>
            </th>
            <td data-label={t("stateHead")}>{knownMessage(t, `state.${state}`)}</td>
            <td className="r" data-label={t("outcome.added")}>
              {summary ? format.number(summary.added) : ""}
            </td>
            <td className="r" data-label={t("outcome.changed")}>
              {summary ? format.number(summary.changed) : ""}
            </td>
            <td className="r" data-label={t("outcome.refused")}>
              {summary ? format.number(summary.refused) : ""}
            </td>
            <td data-label={t("broughtBy")}>{by}</td>
            <td data-label={t("at")}>{`${formatDate(new Date(at), locale)} ${formatTime(new Date(at), locale)}`}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
