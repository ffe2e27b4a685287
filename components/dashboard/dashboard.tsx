import { useTranslations } from "next-intl";
import { ChangeAnswer, TargetAnswer } from "@/components/dashboard/answers";
import { DevelopmentLists } from "@/components/dashboard/developments";
import { HeadLines } from "@/components/dashboard/head-lines";
import { KpiTable } from "@/components/dashboard/kpi-table";
import { LackAnswer } from "@/components/dashboard/lack-answer";
import { ReadingKey } from "@/components/dashboard/reading-key";
import { figureHref } from "@/components/figure/address";
import { Notes } from "@/components/figure/notes";
import { RestatedNotes } from "@/components/figure/restated";
import { figureWords } from "@/components/figure/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Views } from "@/components/ui/views";
import { developments } from "@/lib/dashboard/development/model";
import { pillarGroups, summarise, targetYearOf } from "@/lib/dashboard/model";
import { select, tabs, type Selection } from "@/lib/dashboard/selection/model";
import type { YearView } from "@/lib/figure/model";
import { numberNotes } from "@/lib/footnote/model";
import type { Locale } from "@/lib/language/model";
import "@/components/dashboard/dashboard.css";

/** The overview of a year: is it on target, better or worse, what is missing; then every KPI. */
export function Dashboard({ view, selection, locale }: { view: YearView; selection: Selection; locale: Locale }) {
  const t = useTranslations("dashboard");
  const words = figureWords(locale);
  const { year, organisation } = view;
  const all = pillarGroups(view);
  const kpis = all.flatMap((group) => group.kpis);
  const byCode = new Map(kpis.map((kpi) => [kpi.code, kpi]));
  const summary = summarise(kpis);
  const isCollecting = view.allYears.find((period) => period.year === year)?.state === "open";
  // Numbered over the whole list, so that a note keeps its number when the list is narrowed.
  const { notes, marks } = numberNotes(kpis, view.footnotes);
  const kept = new Set(select(selection, kpis));
  const groups = all
    .map(({ pillar, kpis: own }) => ({ pillar, kpis: own.filter((kpi) => kept.has(kpi)) }))
    .filter((group) => group.kpis.length > 0);
  const marked = new Set(groups.flatMap((group) => group.kpis.flatMap((kpi) => marks[kpi.code] ?? [])));

  const here = `/${organisation.slug}/dashboard/${year}`;
  const href = (to: string) => `${here}${to === "all" ? "" : `?vis=${to}`}#list`;
  const kpiHref = (code: string) => `/${organisation.slug}/kpis/${code}?year=${year}`;
  const lineageHref = (code: string, at: number) => figureHref(organisation.slug, code, at);
  const shownTabs = tabs.includes(selection) ? tabs : [...tabs, selection];

  return (
    <div className="dashboard">
      <HeadLines groups={all} summary={summary} year={year} isCollecting={isCollecting} />
      <div className="answers">
        <TargetAnswer summary={summary} year={year} words={words} href={href} />
        <ChangeAnswer summary={summary} year={year} href={href} />
        <LackAnswer kpis={kpis} href={href} />
      </div>
      {summary.comparable > 0 ? (
        <DevelopmentLists
          developments={developments(kpis)}
          year={year}
          kpiHref={kpiHref}
          lineageHref={lineageHref}
          words={words}
          locale={locale}
        />
      ) : null}
      <section className="list" id="list" aria-labelledby="list-title">
        <header>
          <h2 id="list-title">{t("list.title", { year })}</h2>
          <Views
            label={t("list.selection")}
            views={shownTabs.map((tab) => ({
              label: `${t(`selections.${tab}`)} ${select(tab, kpis).length}`,
              href: href(tab),
              current: tab === selection,
            }))}
          />
        </header>
        {groups.length > 0 ? (
          <div className="scroll">
            <KpiTable
              groups={groups}
              byCode={byCode}
              marks={marks}
              year={year}
              years={view.years}
              targetYear={targetYearOf(kpis)}
              caption={t("list.caption", { year, organisation: organisation.name })}
              kpiHref={kpiHref}
              lineageHref={lineageHref}
              words={words}
              locale={locale}
            />
          </div>
        ) : (
          <EmptyState
            title={t("list.empty", { year })}
            action={
              <a className="act" href={href("all")}>
                {t("list.showAll")}
              </a>
            }
          />
        )}
        <div className="notes">
          <ReadingKey base={view.base} />
          <RestatedNotes rows={kpis.map((kpi) => ({ ...kpi, figures: kpi.figures.slice(-1) }))} locale={locale} />
          <Notes notes={notes.filter((note) => marked.has(note.number))} />
        </div>
      </section>
    </div>
  );
}
