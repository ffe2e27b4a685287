import { useTranslations } from "next-intl";
import { BesideTable } from "@/components/coverage/beside";
import { TrueUps } from "@/components/coverage/true-ups";
import { figureHref } from "@/components/figure/address";
import { BreakNotes } from "@/components/figure/break-mark";
import { Notes } from "@/components/figure/notes";
import { RestatedNotes } from "@/components/figure/restated";
import { figureWords } from "@/components/figure/words";
import { KpiCharts } from "@/components/kpi/charts";
import { KpiDefinition } from "@/components/kpi/definition";
import { KpiFacts } from "@/components/kpi/facts";
import { FigureTable } from "@/components/kpi/figures";
import { KpiHead } from "@/components/kpi/head";
import { OrgUnitFigures } from "@/components/kpi/org-units";
import { Drivers } from "@/components/lineage/drivers";
import type { ChartTone } from "@/lib/chart/model";
import { derivedYears, yearsText } from "@/lib/dashboard/year/model";
import { numberNotes } from "@/lib/footnote/model";
import type { KpiShowing } from "@/lib/kpi-detail/showing/model";
import { tableRows } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";

const tones: readonly string[] = ["society", "employer", "producer", "ethics"] satisfies ChartTone[];

/** What a KPI's page says to everybody who may see the same: the finding, the charts, the figures, what it means. */
export function KpiBody({ showing, locale }: { showing: KpiShowing; locale: Locale }) {
  const t = useTranslations("kpi");
  const comparability = useTranslations("comparability");
  const words = figureWords(locale);
  const { view, relations, detail, split, trueUps } = showing;
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
    <>
      <KpiHead kpi={kpi} year={year} nameOf={(code) => names.get(code) ?? code} words={words} locale={locale} />
      <KpiFacts
        kpi={kpi}
        childRows={relations.children}
        year={year}
        orgUnits={orgUnits.length}
        words={words}
        locale={locale}
      />
      <KpiCharts relations={relations} tone={tone} organisation={organisation} words={words} locale={locale} />
      {split ? (
        <div className="sec">
          <Drivers split={split.split} lineage={split.lineage} slug={organisation.slug} level={2} locale={locale} />
        </div>
      ) : null}
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
    </>
  );
}
