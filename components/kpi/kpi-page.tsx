import { useTranslations } from "next-intl";
import { BesideTable } from "@/components/coverage/beside";
import { TrueUps } from "@/components/coverage/true-ups";
import { figureHref } from "@/components/figure/address";
import { BreakNotes } from "@/components/figure/break-mark";
import type { ReactNode } from "react";
import { Notes } from "@/components/figure/notes";
import { RestatedNotes } from "@/components/figure/restated";
import { figureWords } from "@/components/figure/words";
import { KpiCharts } from "@/components/kpi/charts";
import { KpiDefinition } from "@/components/kpi/definition";
import { KpiFacts } from "@/components/kpi/facts";
import { FigureTable } from "@/components/kpi/figures";
import { KpiHead } from "@/components/kpi/head";
import { KpiHistory } from "@/components/kpi/history";
import { OrgUnitFigures } from "@/components/kpi/org-units";
import { LineagePanel } from "@/components/lineage/panel";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { ChartTone } from "@/lib/chart/model";
import { derivedYears, yearsText } from "@/lib/dashboard/year/model";
import type { TrueUp } from "@/lib/estimate/model";
import type { YearView } from "@/lib/figure/model";
import { numberNotes } from "@/lib/footnote/model";
import type { HistoryLine } from "@/lib/history/model";
import type { KpiDetail } from "@/lib/kpi-detail/model";
import { tableRows, type Relations } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";
import "@/components/kpi/kpi.css";

/** History is null for those who may not read it, the way to a restatement for those who may not restate. */
type Props = {
  view: YearView;
  relations: Relations;
  detail: KpiDetail;
  history: { lines: HistoryLine[]; most: number } | null;
  trueUps: TrueUp[];
  /** Why the figure changed; null where that cannot be split. */
  drivers: ReactNode;
  restateHref: string | null;
  locale: Locale;
};

const tones: readonly string[] = ["society", "employer", "producer", "ethics"] satisfies ChartTone[];

/** Everything about one KPI: the finding, the charts, the figures, what it means, and who entered it. */
export function KpiPage({ view, relations, detail, history, trueUps, drivers, restateHref, locale }: Props) {
  const t = useTranslations("kpi");
  const comparability = useTranslations("comparability");
  const words = figureWords(locale);
  const { kpi } = relations;
  const { organisation, year } = view;
  const pillar = view.pillars.find(({ code }) => code === kpi.pillarCode);
  const tone = (tones.includes(pillar?.colour ?? "") ? pillar?.colour : "ethics") as ChartTone;
  const rows = tableRows(relations);
  const { notes, marks } = numberNotes(rows, view.footnotes);
  const names = new Map([...view.kpis, ...view.base].map((other) => [other.code, other.shortName]));
  const hrefOf = (code: string) => `/${organisation.slug}/kpis/${code}?year=${year}`;
  const lineageHref = (code: string, at: number, unit?: string) => figureHref(organisation.slug, code, at, unit);
  const orgUnits = view.orgUnits.map(({ name }) => name);
  return (
    <article className="kpi-page">
      <Breadcrumbs
        label={t("breadcrumbs")}
        crumbs={[
          { label: t("place"), href: `/${organisation.slug}/kpis?year=${year}` },
          ...(pillar ? [{ label: pillar.name, href: `/${organisation.slug}/dashboard/${year}#${pillar.code}` }] : []),
          { label: kpi.shortName },
        ]}
      >
        {restateHref ? <a href={restateHref}>{t("restate", { year: String(year) })}</a> : null}
      </Breadcrumbs>
      <KpiHead kpi={kpi} year={year} nameOf={(code) => names.get(code) ?? code} words={words} locale={locale} />
      <KpiFacts
        kpi={kpi}
        childRows={relations.children}
        year={year}
        orgUnits={orgUnits.length}
        words={words}
        locale={locale}
      />
      <KpiCharts relations={relations} tone={tone} organisation={organisation.name} words={words} locale={locale} />
      {drivers ? <div className="sec">{drivers}</div> : null}
      <section className="sec">
        <h2>{t("table.title")}</h2>
        <FigureTable
          rows={rows}
          changes={detail.changes}
          marks={marks}
          hrefOf={hrefOf}
          lineageHref={lineageHref}
          words={words}
          locale={locale}
        />
        <div className="notes">
          {rows
            .map((row) => ({ row, years: derivedYears(row) }))
            .filter(({ years }) => years.length > 0)
            .map(({ row, years }) => (
              <p key={row.code}>{t("table.derived", { name: row.shortName, years: yearsText(years) })}</p>
            ))}
          <BreakNotes rows={rows} words={words} />
          <RestatedNotes rows={rows} locale={locale} />
          <Notes notes={notes} />
        </div>
      </section>
      <OrgUnitFigures kpi={kpi} orgUnits={detail.orgUnits} lineageHref={lineageHref} words={words} locale={locale} />
      <BesideTable kpi={kpi} rows={detail.beside} words={words} locale={locale} />
      <TrueUps rows={trueUps} hrefOf={null} words={words} locale={locale} />
      <p className="said to-coverage">
        <a href={`/${organisation.slug}/kpis/${kpi.code}/coverage?year=${year}`}>{comparability("open", { year })}</a>
      </p>
      <KpiDefinition
        relations={relations}
        detail={detail}
        orgUnits={orgUnits}
        sdgs={pillar?.sdgs ?? []}
        hrefOf={hrefOf}
        words={words}
        locale={locale}
      />
      {history ? (
        <KpiHistory
          kpi={kpi}
          lines={history.lines}
          most={history.most}
          inputs={relations.inputs}
          hrefOf={hrefOf}
          cellHref={(cell) => `/${organisation.slug}/entry/${cell.year}/${cell.unit}/${kpi.code}`}
          words={words}
          locale={locale}
        />
      ) : null}
      <LineagePanel />
    </article>
  );
}
