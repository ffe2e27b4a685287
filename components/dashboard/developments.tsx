import { useTranslations } from "next-intl";
import { relativeChange } from "@/components/figure/change-mark";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { MovementSign } from "@/components/figure/sign";
import type { FigureWords } from "@/components/figure/words";
import type { Development, Developments } from "@/lib/dashboard/development/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Shared = {
  kpiHref: (code: string) => string;
  lineageHref: (code: string, year: number) => string;
  words: FigureWords;
  locale: Locale;
};

/** The largest changes for the better and for the worse, side by side. */
export function DevelopmentLists({
  developments,
  year,
  ...shared
}: Shared & { developments: Developments; year: number }) {
  const t = useTranslations("dashboard.developments");
  const previous = year - 1;
  return (
    <>
      <div className="devs">
        <List title={t("best", { previous })} rows={developments.best} {...shared} />
        <List title={t("worst", { previous })} rows={developments.worst} {...shared} />
      </div>
      <p className="notes">{t("note")}</p>
    </>
  );
}

function List({ title, rows, ...shared }: Shared & { title: string; rows: Development[] }) {
  const t = useTranslations("dashboard.developments");
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="muted none">{t("none")}</p> : null}
      <ol>
        {rows.map((row) => (
          <Row key={row.kpi.code} row={row} to={t("to")} {...shared} />
        ))}
      </ol>
    </section>
  );
}

function Row({
  row: { kpi, change, from, to },
  to: toWord,
  kpiHref,
  lineageHref,
  words,
  locale,
}: Shared & { row: Development; to: string }) {
  return (
    <li className={change.judgement}>
      <a href={kpiHref(kpi.code)}>{kpi.shortName}</a>
      <span className="ft">
        <PrintedFigure figure={from} words={words} locale={locale} href={lineageHref(kpi.code, from.year)} />{" "}
        <span className="ar" aria-hidden="true">
          →
        </span>
        <span className="vh"> {toWord} </span>{" "}
        <b>
          <PrintedFigure figure={to} words={words} locale={locale} href={lineageHref(kpi.code, to.year)} />
        </b>{" "}
        <span className="u">{kpi.valueKind === "split" ? "" : unitLabel(kpi.unitOfMeasure, locale)}</span>
      </span>
      <span className="rl">
        <MovementSign moved={change.moved} />
        {relativeChange(change, words, locale)}
      </span>
    </li>
  );
}
