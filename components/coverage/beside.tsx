import { useTranslations } from "next-intl";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { coverageText } from "@/components/figure/printed";
import { fill, type FigureWords } from "@/components/figure/words";
import { overFigures, Table } from "@/components/ui/table";
import { unitLabel } from "@/lib/unit-of-measure/model";
import type { KpiYear } from "@/lib/figure/model";
import type { BesideView } from "@/lib/kpi-detail/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import "@/components/coverage/coverage.css";

type Props = { kpi: KpiYear; rows: BesideView[]; words: FigureWords; locale: Locale };

/** The organisation's entered figures beside the consolidated ones, with the difference and which of them counts. */
export function BesideTable({ kpi, rows, words, locale }: Props) {
  const t = useTranslations("comparability.beside");
  if (rows.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t("title")}</h2>
      <p className="said">
        {t("lead")} <span className="muted">{unitLabel(kpi.unitOfMeasure, locale, "long")}</span>
      </p>
      <Table
        label={t("caption")}
        className="basis-table"
        columns={[
          t("year"),
          overFigures(t("entered")),
          overFigures(t("consolidated")),
          overFigures(t("difference")),
          t("counts"),
        ]}
      >
        {rows.map(({ entered, consolidated, counts, difference, relative }) => (
          <tr key={entered.year}>
            <th scope="row">{entered.year}</th>
            {[entered, consolidated].map((figure, index) => (
              <td
                key={index}
                data-label={t(index === 0 ? "entered" : "consolidated")}
                className={(counts === "entered") === (index === 0) ? "r chosen" : "r"}
              >
                <PrintedFigure figure={figure} words={words} locale={locale} />
                {coverageText(figure, words) ? <small>{coverageText(figure, words)}</small> : null}
              </td>
            ))}
            <td className="r" data-label={t("difference")}>
              <Difference absolute={difference} relative={relative} equal={t("equal")} words={words} locale={locale} />
            </td>
            <td data-label={t("counts")}>{t(counts === "entered" ? "countsEntered" : "countsConsolidated")}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

/** A difference with its sign, and in percent where there is one: "+12 (+1,6 %)". */
export function Difference({
  absolute,
  relative,
  equal,
  words,
  locale,
}: {
  absolute: string;
  relative: string | null;
  equal: string;
  words: FigureWords;
  locale: Locale;
}) {
  if (!/[1-9]/.test(absolute)) return <span className="muted">{equal}</span>;
  const percent = relative && fill(words.percent, { amount: formatDecimal(relative, locale, { sign: true }) });
  return (
    <>
      {formatDecimal(absolute, locale, { sign: true })} {percent ? <small>{percent}</small> : null}
    </>
  );
}
