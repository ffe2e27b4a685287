import { useTranslations } from "next-intl";
import { BesideTable } from "@/components/coverage/beside";
import { BreakForms } from "@/components/coverage/breaks";
import { CoverageLists } from "@/components/coverage/coverage-lists";
import { TrueUps } from "@/components/coverage/true-ups";
import { figureWords } from "@/components/figure/words";
import { ActionForm } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { chooseWhatCounts } from "@/lib/consolidation/choice/actions";
import { declareCoverageOf } from "@/lib/coverage/declaration/actions";
import type { TrueUp } from "@/lib/estimate/model";
import type { KpiYear, YearView } from "@/lib/figure/model";
import type { KpiDetail } from "@/lib/kpi-detail/model";
import type { Locale } from "@/lib/language/model";
import "@/components/kpi/kpi.css";

type Props = {
  view: YearView;
  kpi: KpiYear;
  detail: KpiDetail;
  trueUps: TrueUp[];
  /** What is said of a break in the year, in both languages, to edit; null: none is marked. */
  breakNow: { kind: "newSeries" | "methodChange" | "scopeChange"; noteDa: string; noteEn: string } | null;
  /** Whether the reader may change these, and whether figures of the year still may be. */
  mayEdit: boolean;
  isOpen: boolean;
  /** Where its coverage in this year is restated; null: it is not. */
  restateHref: string | null;
  locale: Locale;
};

/** What decides whether a KPI's years can be compared: coverage, which figure counts, breaks, estimates. */
export function CoveragePage({ view, kpi, detail, trueUps, breakNow, mayEdit, isOpen, restateHref, locale }: Props) {
  const t = useTranslations("comparability");
  const place = useTranslations("kpi")("place");
  const words = figureWords(locale);
  const { organisation, year } = view;
  const hidden = { org: organisation.slug, code: kpi.code, year: String(year) };
  const figure = kpi.figures.at(-1);
  const both = detail.beside.find(({ entered }) => entered.year === year);
  const isEntered = figure?.origin === "entered" || figure?.origin === "imported" || figure?.origin === "derived";
  const maySettle = mayEdit && isOpen;
  return (
    <article className="kpi-page coverage-page">
      <Breadcrumbs
        label={useTranslations("shell")("crumbs")}
        crumbs={[
          { label: place, href: `/${organisation.slug}/kpis?year=${year}` },
          { label: kpi.shortName, href: `/${organisation.slug}/kpis/${kpi.code}?year=${year}` },
          { label: t("crumb") },
        ]}
      />
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead", { name: kpi.shortName, year })}</p>
      {mayEdit && !isOpen ? (
        <p className="said">
          {t("periodClosed", { year })}{" "}
          {restateHref ? (
            <Link className="act" href={restateHref}>
              {t("restate", { year })}
            </Link>
          ) : null}
        </p>
      ) : null}
      <section className="sec">
        <h2>{t("coverage.title", { year })}</h2>
        {detail.coverage ? (
          <CoverageLists
            coverage={detail.coverage}
            hasFteKpi={detail.fteName !== null}
            year={year}
            words={words}
            locale={locale}
          />
        ) : (
          <p className="said">{t("coverage.none", { year })}</p>
        )}
        {maySettle && isEntered && view.orgUnits.length > 0 ? (
          <ActionForm
            action={declareCoverageOf}
            hidden={hidden}
            fields={[
              {
                kind: "many",
                name: "orgUnits",
                label: t("coverage.declare"),
                hint: t("coverage.declareHint"),
                choices: view.orgUnits.map(({ id, name }) => ({ value: id, label: name })),
                chosen: view.orgUnits
                  .filter(({ name }) => detail.coverage?.covered.includes(name) ?? true)
                  .map(({ id }) => id),
              },
            ]}
            submit={{ label: t("coverage.declareSubmit"), className: "btn" }}
            summary={t("summary")}
          />
        ) : null}
      </section>
      <BesideTable kpi={kpi} rows={detail.beside} words={words} locale={locale} />
      {maySettle && both ? (
        <section className="sec">
          <h2>{t("beside.choose", { year })}</h2>
          <ActionForm
            action={chooseWhatCounts}
            hidden={hidden}
            fields={[
              {
                kind: "one",
                name: "counts",
                label: t("beside.counts"),
                hint: t("beside.chooseHint"),
                choices: [
                  { value: "entered", label: t("beside.countsEntered") },
                  { value: "consolidated", label: t("beside.countsConsolidated") },
                ],
                chosen: [both.counts],
              },
            ]}
            submit={{ label: t("beside.chooseSubmit"), className: "btn" }}
            summary={t("summary")}
          />
        </section>
      ) : null}
      <BreakForms kpi={kpi} year={year} breakNow={breakNow} hidden={hidden} mayEdit={mayEdit} words={words} />
      <TrueUps rows={trueUps} hrefOf={null} words={words} locale={locale} />
    </article>
  );
}
