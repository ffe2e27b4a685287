import { useTranslations } from "next-intl";
import { TrueUps } from "@/components/coverage/true-ups";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { fill, figureWords } from "@/components/figure/words";
import { EmptyState } from "@/components/ui/empty-state";
import { overFigures, Table } from "@/components/ui/table";
import type { OpenEstimate, TrueUp } from "@/lib/estimate/model";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";
import "@/components/kpi/kpi.css";

type Props = { org: string; open: OpenEstimate[]; trueUps: TrueUp[]; locale: Locale };

/** Which figures are estimates, on what basis, since when and how much hangs on them; below, what earlier ones turned out to be. */
export function EstimatesPage({ org, open, trueUps, locale }: Props) {
  const t = useTranslations("estimate");
  const words = figureWords(locale);
  const list = new Intl.ListFormat(locale === "da" ? "da" : "en-GB", { type: "conjunction" });
  const hrefOf = (code: string, year: number) => `/${org}/kpis/${code}?year=${year}`;
  return (
    <article className="kpi-page coverage-page wide">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead", { count: open.length })}</p>
      {open.length === 0 ? (
        <EmptyState title={t("nothing")} />
      ) : (
        <section className="sec">
          <h2>{t("open")}</h2>
          <Table
            label={t("caption")}
            className="basis-table"
            columns={[
              t("what"),
              t("where"),
              t("year"),
              overFigures(t("estimate")),
              t("basis"),
              t("since"),
              overFigures(t("part")),
            ]}
          >
            {open.map((row) => (
              <tr key={`${row.code} ${row.orgUnit} ${row.year}`}>
                <th scope="row">
                  <a href={hrefOf(row.code, row.year)}>{row.name}</a>{" "}
                  <span className="muted">{unitLabel(row.unitOfMeasure, locale)}</span>
                </th>
                <td data-label={t("where")}>{row.orgUnit ?? t("whole")}</td>
                <td data-label={t("year")}>{row.year}</td>
                <td className="r" data-label={t("estimate")}>
                  <PrintedFigure figure={row.figure} words={words} locale={locale} />
                </td>
                <td className="w" data-label={t("basis")}>
                  {row.figure.basis}
                  {row.makesEstimated.length > 0 ? (
                    <small>{t("makes", { names: list.format(row.makesEstimated) })}</small>
                  ) : null}
                </td>
                <td data-label={t("since")}>
                  <time dateTime={row.since}>{formatDate(new Date(row.since), locale)}</time>
                </td>
                <td className="r" data-label={t("part")}>
                  {row.percent === null ? (
                    <span className="muted">{t("unknown")}</span>
                  ) : (
                    fill(words.percent, { amount: row.percent })
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      <TrueUps rows={trueUps} hrefOf={hrefOf} words={words} locale={locale} />
    </article>
  );
}
