import { useTranslations } from "next-intl";
import { PrintedFigure, Told } from "@/components/figure/printed-figure";
import type { FigureWords } from "@/components/figure/words";
import { overFigures, Table } from "@/components/ui/table";
import type { KpiYear } from "@/lib/figure/model";
import type { KpiDetail } from "@/lib/kpi-detail/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Props = {
  kpi: KpiYear;
  orgUnits: KpiDetail["orgUnits"];
  lineageHref: (code: string, year: number, unit?: string) => string;
  words: FigureWords;
  locale: Locale;
};

/** The org units' figures beside the organisation's, in the years they were collected; nothing when there are none. */
export function OrgUnitFigures({ kpi, orgUnits, lineageHref, words, locale }: Props) {
  const t = useTranslations("kpi.orgUnits");
  const shown = kpi.figures
    .map((figure, index) => ({ year: figure.year, index, figure }))
    .filter(({ index }) => orgUnits.some(({ figures }) => isSaid(figures[index])))
    .reverse();
  if (shown.length === 0) return null;
  const separate = shown.filter(({ figure }) => figure.origin === "entered" || figure.origin === "imported");
  return (
    <section className="sec">
      <h2>{t("title")}</h2>
      <p className="muted">{unitLabel(kpi.unitOfMeasure, locale, "long")}</p>
      <Table
        label={t("scroll")}
        className="y-table units-table"
        columns={[t("orgUnit"), ...shown.map(({ year }) => overFigures(String(year)))]}
      >
        {orgUnits.map(({ id, code, name, figures }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {shown.map(({ year, index }) => (
              <Cell
                key={year}
                figure={figures[index]}
                href={lineageHref(kpi.code, year, code)}
                words={words}
                locale={locale}
              />
            ))}
          </tr>
        ))}
        <tr className="hd">
          <th scope="row">{t("whole")}</th>
          {shown.map(({ year, figure }) => (
            <Cell key={year} figure={figure} href={lineageHref(kpi.code, year)} words={words} locale={locale} />
          ))}
        </tr>
      </Table>
      {separate.length > 0 ? (
        <p className="notes">{t("differs", { years: separate.map(({ year }) => year).join(", ") })}</p>
      ) : null}
    </section>
  );
}

type Shown = KpiDetail["orgUnits"][number]["figures"][number] | undefined;

function isSaid(figure: Shown): boolean {
  return figure !== undefined && (figure === "hidden" || figure.status !== "missing");
}

function Cell({ figure, href, words, locale }: { figure: Shown; href: string; words: FigureWords; locale: Locale }) {
  const t = useTranslations("kpi.orgUnits");
  return (
    <td>
      {figure === "hidden" ? (
        <Told href={href} className="miss" title={t("hiddenTitle")}>
          {t("hidden")}
        </Told>
      ) : figure ? (
        <PrintedFigure figure={figure} words={words} locale={locale} href={href} />
      ) : null}
    </td>
  );
}
