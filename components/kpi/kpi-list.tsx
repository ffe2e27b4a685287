import { useTranslations } from "next-intl";
import { figureHref } from "@/components/figure/address";
import { ExampleTag, PrintedFigure } from "@/components/figure/printed-figure";
import { TargetStateMark } from "@/components/figure/target";
import { figureWords, type FigureWords } from "@/components/figure/words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import type { KpiYear, YearView } from "@/lib/figure/model";
import { searchKpis } from "@/lib/kpi-search/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import "@/components/kpi/kpi.css";

/** Every KPI and series of base data of a year with its definition, to search in. The form is sent as an address, so a search can be shared. */
export function KpiList({ view, text, locale }: { view: YearView; text: string; locale: Locale }) {
  const t = useTranslations("kpi");
  const { year, organisation } = view;
  const found = new Set(searchKpis([...view.kpis, ...view.base], text, locale));
  const inPillars = view.pillars.map((pillar) => ({
    key: pillar.code,
    look: pillar.colour,
    name: pillar.name,
    kpis: view.kpis.filter((kpi) => kpi.pillarCode === pillar.code && found.has(kpi)),
  }));
  const groups = [
    ...inPillars,
    {
      key: "other",
      look: "",
      name: t("list.other"),
      kpis: view.kpis.filter((kpi) => kpi.pillarCode === null && found.has(kpi)),
    },
    { key: "base", look: "", name: t("list.base"), kpis: view.base.filter((kpi) => found.has(kpi)) },
  ].filter((group) => group.kpis.length > 0);
  const here = `/${organisation.slug}/kpis`;
  return (
    <div className="kpi-list">
      <Breadcrumbs label={t("breadcrumbs")} crumbs={[{ label: t("place") }]} />
      <h1>{t("list.title", { year })}</h1>
      <p className="lead">{t("list.lead", { count: view.kpis.length, base: view.base.length, year })}</p>
      <form action={here} method="get" role="search" className="search">
        <input type="hidden" name="year" value={year} />
        <label htmlFor="q">{t("list.searchLabel")}</label>
        <div className="btns">
          <input id="q" type="search" name="q" defaultValue={text} maxLength={100} />
          <button type="submit" className="btn">
            {t("list.search")}
          </button>
        </div>
        {text ? (
          <p>
            {t("list.found", { count: found.size, text })}{" "}
            <a className="act" href={`${here}?year=${year}`}>
              {t("list.clear")}
            </a>
          </p>
        ) : null}
      </form>
      {groups.length === 0 ? (
        <EmptyState title={text ? t("list.none") : t("list.noKpis")}>
          {text ? t("list.hint") : t("list.noKpisHint")}
        </EmptyState>
      ) : (
        <Groups
          groups={groups}
          slug={organisation.slug}
          here={here}
          year={year}
          words={figureWords(locale)}
          locale={locale}
        />
      )}
    </div>
  );
}

type Group = { key: string; look: string; name: string; kpis: KpiYear[] };

function Groups({
  groups,
  slug,
  here,
  year,
  words,
  locale,
}: {
  groups: Group[];
  slug: string;
  here: string;
  year: number;
  words: FigureWords;
  locale: Locale;
}) {
  const t = useTranslations("kpi.list");
  return (
    <table className="tbl list-table" role="table">
      <caption className="vh">{t("caption", { year })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("name")}
          </th>
          <th role="columnheader" scope="col">
            {t("definition")}
          </th>
          <th role="columnheader" scope="col" className="r">
            {t("value", { year })}
          </th>
          <th role="columnheader" scope="col">
            {t("unit")}
          </th>
          <th role="columnheader" scope="col">
            {t("state")}
          </th>
        </tr>
      </thead>
      {groups.map(({ key, look, name, kpis }) => (
        <tbody key={key} role="rowgroup" className={`g ${look}`}>
          <tr role="row" className="gh">
            <th role="columnheader" scope="rowgroup" colSpan={5}>
              <span className="pn">{name}</span>
            </th>
          </tr>
          {kpis.map((kpi) => {
            const figure = kpi.figures.at(-1);
            return (
              <tr key={kpi.code} role="row">
                <th role="rowheader" scope="row">
                  <a href={`${here}/${kpi.code}?year=${year}`} title={kpi.name}>
                    {kpi.shortName}
                  </a>
                </th>
                <td role="cell" className="d">
                  {kpi.definition}
                </td>
                <td role="cell" className="r v">
                  {figure ? (
                    <PrintedFigure
                      figure={figure}
                      words={words}
                      locale={locale}
                      tagged={false}
                      href={figureHref(slug, kpi.code, year)}
                    />
                  ) : null}
                </td>
                <td role="cell" className="u">
                  {unitLabel(kpi.unitOfMeasure, locale)}
                  {figure?.isExample ? <ExampleTag words={words} /> : null}
                </td>
                <td role="cell" className="s">
                  {key === "base" ? null : <TargetStateMark judgement={kpi.target} words={words} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
