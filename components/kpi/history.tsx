import { useTranslations } from "next-intl";
import { printedText } from "@/components/figure/printed";
import { ExampleTag } from "@/components/figure/printed-figure";
import type { FigureWords } from "@/components/figure/words";
import { withUnit } from "@/components/kpi/sentence";
import { Link } from "@/components/ui/link";
import { Heads } from "@/components/ui/table";
import type { Figure, KpiYear } from "@/lib/figure/model";
import type { HistoryLine } from "@/lib/history/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";

type Props = {
  kpi: KpiYear;
  lines: HistoryLine[];
  inputs: KpiYear[];
  most: number;
  hrefOf: (code: string) => string;
  /** The page of a value, with everything beside it. */
  cellHref: (cell: HistoryLine["cell"]) => string;
  words: FigureWords;
  locale: Locale;
};

/** Who entered what when, newest first; a calculated KPI leads on to what it is calculated from. */
export function KpiHistory({ kpi, lines, inputs, most, hrefOf, cellHref, words, locale }: Props) {
  const t = useTranslations("kpi.history");
  return (
    <section className="sec" id="history">
      <h2>{t("title")}</h2>
      {kpi.formula ? (
        <p className="said">
          {t("calculated")}{" "}
          {inputs.map((input, index) => (
            <span key={input.code}>
              {index > 0 ? ", " : null}
              <a href={`${hrefOf(input.code)}#history`}>{input.shortName}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
      {lines.length === 0 && !kpi.formula ? <p className="said">{t("empty")}</p> : null}
      {lines.length > 0 ? (
        <table className="tbl hist">
          <Heads columns={[t("time"), t("who"), t("what")]} />
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td className="w">
                  <Link href={cellHref(line.cell)}>
                    <time
                      dateTime={line.at}
                    >{`${formatDate(new Date(line.at), locale)} ${formatTime(new Date(line.at), locale)}`}</time>
                  </Link>
                </td>
                <td className="w">{line.actor ?? t("erased")}</td>
                <td>
                  <Act line={line} kpi={kpi} words={words} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {lines.length === most ? <p className="notes">{t("more", { count: most })}</p> : null}
    </section>
  );
}

function Act({
  line: { now, before, orgUnit, door, isHidden },
  kpi,
  words,
  locale,
}: {
  line: HistoryLine;
  kpi: KpiYear;
  words: FigureWords;
  locale: Locale;
}) {
  const t = useTranslations("kpi.history");
  const said = (figure: Figure) => {
    const hasFigure = figure.amount !== null || figure.split !== null;
    if (!hasFigure)
      return `${printedText(figure, words, locale)} (${words.status[figure.status].toLocaleLowerCase(locale)})`;
    return figure.status === "estimated"
      ? `${withUnit(figure, kpi, words, locale)} (${words.chart.estimate})`
      : withUnit(figure, kpi, words, locale);
  };
  const at = { year: now?.year ?? before?.year ?? 0, orgUnit: orgUnit ? `, ${orgUnit}` : "" };
  const act = isHidden
    ? t("hidden", { orgUnit: orgUnit ?? "" })
    : now
      ? before
        ? t("replaced", { ...at, value: said(now), before: said(before) })
        : t("entered", { ...at, value: said(now) })
      : before
        ? t("emptied", { ...at, before: said(before) })
        : t("emptiedEmpty", at);
  const rest = [now?.basis, now?.comment]
    .filter((text): text is string => Boolean(text))
    .map((text) => text.replace(/\.?$/, "."));
  return (
    <>
      {[
        act,
        ...rest,
        ...(now?.source && !now.isExample ? [t("source", { source: remarkIn(now.source, locale) })] : []),
        doorText(t, door),
      ]
        .filter((text) => text !== "")
        .join(" ")}
      {now?.isExample ? <ExampleTag words={words} /> : null}
    </>
  );
}

function doorText(t: ReturnType<typeof useTranslations<"kpi.history">>, door: string): string {
  return door === "import" || door === "command" || door === "demo" ? t(`doors.${door}`) : "";
}
