import { useTranslations } from "next-intl";
import { changeSize } from "@/components/figure/change-mark";
import { NoteMarks } from "@/components/figure/notes";
import { RestatedColumn } from "@/components/figure/restated";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { fill, type FigureWords } from "@/components/figure/words";
import { Scroll } from "@/components/ui/scroll";
import { BreakMark, breakIn } from "@/components/figure/break-mark";
import type { Change, Figure, KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Props = {
  rows: KpiYear[];
  changes: Change[];
  marks: Record<string, number[]>;
  hrefOf: (code: string) => string;
  lineageHref: (code: string, year: number) => string;
  words: FigureWords;
  locale: Locale;
};

/** The figures of a KPI and of those related to it, latest year first, with the change of each year. */
export function FigureTable({ rows, changes, marks, hrefOf, lineageHref, words, locale }: Props) {
  const t = useTranslations("kpi.table");
  const [kpi, ...related] = rows;
  if (!kpi) return null;
  const years = kpi.figures.map((figure) => figure.year).reverse();
  return (
    <Scroll label={t("scroll")}>
      <table className="tbl y-table">
        <thead>
          <tr>
            <th scope="col">{t("kpi")}</th>
            <th scope="col">{t("unit")}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="r">
                {year}
                <RestatedColumn rows={rows} year={year} locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <FigureRow kpi={kpi} isMain marks={marks[kpi.code]} lineageHref={lineageHref} words={words} locale={locale} />
          <tr className="sub">
            <th scope="row">{kpi.valueKind === "split" ? `${t("change")}, ${t("shareOfMinority")}` : t("change")}</th>
            <td />
            {[...changes].reverse().map((change, index) => (
              <td key={years[index]}>
                {change.comparable ? (
                  <SignedChange
                    change={change}
                    unit={unitLabel(kpi.unitOfMeasure, locale)}
                    words={words}
                    locale={locale}
                  />
                ) : (
                  <NoChange change={change} year={years[index] ?? 0} words={words} />
                )}
              </td>
            ))}
          </tr>
          {related.map((other) => (
            <FigureRow
              key={other.code}
              kpi={other}
              href={hrefOf(other.code)}
              marks={marks[other.code]}
              lineageHref={lineageHref}
              words={words}
              locale={locale}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function FigureRow({
  kpi,
  href,
  isMain = false,
  marks,
  lineageHref,
  words,
  locale,
}: {
  kpi: KpiYear;
  href?: string;
  isMain?: boolean;
  marks: number[] | undefined;
  lineageHref: Props["lineageHref"];
  words: FigureWords;
  locale: Locale;
}) {
  return (
    <tr className={isMain ? "hd" : undefined}>
      <th scope="row">
        {href ? <a href={href}>{kpi.shortName}</a> : kpi.shortName}
        <NoteMarks numbers={marks} />
      </th>
      <td>{unitLabel(kpi.unitOfMeasure, locale)}</td>
      {[...kpi.figures].reverse().map((figure) => (
        <td key={figure.year} className={cellClass(figure, kpi)}>
          <PrintedFigure figure={figure} words={words} locale={locale} href={lineageHref(kpi.code, figure.year)} />
          <BreakMark kpi={kpi} year={figure.year} words={words} />
        </td>
      ))}
    </tr>
  );
}

function cellClass({ origin, year }: Figure, kpi: KpiYear): string | undefined {
  const classes = [origin === "derived" && "derived", breakIn(kpi, year) && "broken"].filter(Boolean);
  return classes.length > 0 ? classes.join(" ") : undefined;
}

/** Why a change is not stated: in a word where two figures stand there that cannot be held against each other. */
function NoChange({
  change,
  year,
  words,
}: {
  change: Change & { comparable: false };
  year: number;
  words: FigureWords;
}) {
  const t = useTranslations("kpi.table");
  const isAbsent = change.why === "noPrevious" || change.why === "noCurrent" || change.why === "seriesEnded";
  return isAbsent ? (
    <span className="miss" title={t("noChange")}>
      –
    </span>
  ) : (
    <span className="why" title={change.note || undefined}>
      {fill(words.notComparable[change.why], { year, previous: year - 1 })}
    </span>
  );
}

/** "+10 %", "−3 pp."; a change too small for a whole percent as a difference, "−10 MWh". */
function SignedChange({
  change,
  unit,
  words,
  locale,
}: {
  change: Change & { comparable: true };
  unit: string;
  words: FigureWords;
  locale: Locale;
}) {
  if (change.moved === "level") return <span className="muted">{words.judgement.unchanged}</span>;
  const isTiny = change.statedIn === "percent" && change.relative !== null && /^-?0$/.test(change.relative);
  const size = isTiny
    ? `${formatDecimal(change.absolute.replace("-", ""), locale)} ${unit}`
    : changeSize(change, words, locale);
  return size === words.fromZero ? size : `${change.moved === "up" ? "+" : "−"}${size}`;
}
