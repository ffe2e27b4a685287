import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Scroll } from "@/components/ui/scroll";
import type { ImportLine } from "@/lib/import/batch/queries";

/** What was brought before, the latest first. */
export function ImportList({ org, imports }: { org: string; imports: ImportLine[] }) {
  const t = useTranslations("import");
  const format = useFormatter();
  if (imports.length === 0) return <EmptyState title={t("noneTitle")}>{t("noneText")}</EmptyState>;
  return (
    <section className="mt-10" aria-labelledby="import-list">
      <h2 id="import-list">{t("earlier")}</h2>
      <Scroll label={t("earlier")}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t("file")}</th>
              <th scope="col">{t("stateHead")}</th>
              <th scope="col" className="r">
                {t("outcome.added")}
              </th>
              <th scope="col" className="r">
                {t("outcome.changed")}
              </th>
              <th scope="col" className="r">
                {t("outcome.refused")}
              </th>
              <th scope="col">{t("broughtBy")}</th>
              <th scope="col">{t("at")}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, name, state, summary, by, at }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`/${org}/import/${id}`}>{name}</Link>
                </th>
                <td>{t(`state.${state}`)}</td>
                <td className="r">{summary ? format.number(summary.added) : ""}</td>
                <td className="r">{summary ? format.number(summary.changed) : ""}</td>
                <td className="r">{summary ? format.number(summary.refused) : ""}</td>
                <td>{by}</td>
                <td>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
