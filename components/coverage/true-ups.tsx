import { useTranslations } from "next-intl";
import { Difference } from "@/components/coverage/beside";
import { PrintedFigure } from "@/components/figure/printed-figure";
import type { FigureWords } from "@/components/figure/words";
import { overFigures, Table } from "@/components/ui/table";
import type { TrueUp } from "@/lib/estimate/model";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";
import "@/components/coverage/coverage.css";

type Props = {
  rows: TrueUp[];
  /** Where a KPI's page is; null: the page is about one KPI. */
  hrefOf: ((code: string, year: number) => string) | null;
  words: FigureWords;
  locale: Locale;
};

/** What estimates turned out to be: estimate, real figure, and the difference between them. */
export function TrueUps({ rows, hrefOf, words, locale }: Props) {
  const t = useTranslations("comparability.trueUps");
  if (rows.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t("title")}</h2>
      <p className="said">{t("lead")}</p>
      <Table
        label={t("caption")}
        className="basis-table"
        columns={[
          hrefOf !== null && t("what"),
          t("where"),
          t("year"),
          overFigures(t("estimate")),
          t("basis"),
          overFigures(t("actual")),
          overFigures(t("difference")),
          t("on"),
        ]}
      >
        {rows.map((row) => (
          <tr key={`${row.code} ${row.orgUnit} ${row.year} ${row.at}`}>
            {hrefOf ? (
              <th scope="row">
                <a href={hrefOf(row.code, row.year)}>{row.name}</a>{" "}
                <span className="muted">{unitLabel(row.unitOfMeasure, locale)}</span>
              </th>
            ) : null}
            <td data-label={t("where")}>{row.orgUnit ?? t("whole")}</td>
            <td data-label={t("year")}>{row.year}</td>
            <td className="r" data-label={t("estimate")}>
              <PrintedFigure figure={row.estimate} words={words} locale={locale} />
            </td>
            <td className="w" data-label={t("basis")}>
              {row.estimate.basis}
            </td>
            <td className="r" data-label={t("actual")}>
              <PrintedFigure figure={row.actual} words={words} locale={locale} tagged={false} />
            </td>
            <td className="r" data-label={t("difference")}>
              <Difference {...row} equal={t("equal")} words={words} locale={locale} />
            </td>
            <td data-label={t("on")}>
              <time dateTime={row.at}>{formatDate(new Date(row.at), locale)}</time>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
