import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Development, LateTable } from "@/components/agreement/development";
import { AgreementFrame, spoken } from "@/components/agreement/frame";
import { Goals } from "@/components/agreement/goals";
import { Figures } from "@/components/agreement/overview";
import { PeriodLinks } from "@/components/agreement/period-links";
import { requireAccess } from "@/lib/access/page";
import { getAgreementsVersion, getOverview } from "@/lib/agreement/overview/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { periodStage } from "@/lib/agreement/period/model";
import { today } from "@/lib/agreement/period/queries";

type Props = { params: Promise<{ org: string; period: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("view.overview") };
}

/** What the political committee needs on one page: does it move? */
export default async function OverviewPage({ params }: Props) {
  const { org, period: code } = await params;
  const access = await requireAccess(org, "agreement.read");
  const { id, slug, dataVersion } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.overview"), getLocale()]);
  const [{ periods, period }, version] = await Promise.all([getPeriodPage(id, code, locale), getAgreementsVersion(id)]);
  if (!period) notFound();
  const before = periods.find((one) => one.id === period.previousId) ?? null;
  const day = today();
  const isRunning = periodStage(period, day) === "running";
  const overview = await getOverview(id, dataVersion, version, period.id, before?.id ?? "", day, locale);
  const { figures, earlier, contributions, late, unsigned, strategy, kpis } = overview;
  return (
    <AgreementFrame access={access} view="overview" period={period}>
      <header>
        <h1>
          {figures
            ? t("title", { signed: figures.signed, count: figures.agreements, done: figures.ownDone, own: figures.own })
            : t("none")}
        </h1>
        <p className="lead">{[strategy.name, spoken(period.code), period.note].filter(Boolean).join(" · ")}</p>
        <PeriodLinks org={slug} periods={periods} current={period.code} below="/overview" />
      </header>
      {figures ? <Figures figures={figures} unsigned={unsigned} /> : null}
      {strategy.goals.length > 0 ? (
        <section aria-labelledby="goals-title">
          <h2 id="goals-title" className="mb-4">
            {t("goals")}
          </h2>
          <Goals goals={strategy.goals} {...contributions} kpis={kpis} locale={locale} />
        </section>
      ) : null}
      {figures && before && earlier ? (
        <section aria-labelledby="development-title">
          <h2 id="development-title">{t("development", { period: spoken(before.code) })}</h2>
          <Development
            now={{ code: period.code, figures }}
            before={{ code: before.code, figures: earlier }}
            isRunning={isRunning}
          />
          {isRunning ? (
            <p className="notes">{t("unfinished", { period: spoken(period.code), before: spoken(before.code) })}</p>
          ) : null}
        </section>
      ) : null}
      {late.length > 0 && figures ? (
        <section aria-labelledby="late-title">
          <h2 id="late-title">{t("lateTitle")}</h2>
          {figures.late > late.length ? (
            <p className="muted">{t("lateMore", { shown: late.length, count: figures.late })}</p>
          ) : null}
          <LateTable org={slug} period={period.code} late={late} locale={locale} />
        </section>
      ) : null}
    </AgreementFrame>
  );
}
