import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgreementFrame } from "@/components/agreement/frame";
import { SetupPeriods } from "@/components/agreement/setup-periods";
import { SetupStrategy } from "@/components/agreement/setup-strategy";
import { requireAccess } from "@/lib/access/page";
import { getMinima } from "@/lib/agreement/matrix/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { getRequirements } from "@/lib/agreement/requirement/queries";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import { getColleagues, getFunctions, getStrategySetup, getUnitChoices } from "@/lib/strategy/function/queries";
import { getStrategy } from "@/lib/strategy/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("setup.title") };
}

/** What agreements are made in: strategy, goals, tracks, functions, periods with their rules and requirements. */
export default async function AgreementSetupPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "agreement.govern");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement.setup"), getLocale()]);
  const [{ periods, period }, strategy, { given, names }, functions, people, kpis, units] = await Promise.all([
    getPeriodPage(id, null, locale),
    getStrategy(id, locale),
    getStrategySetup(id),
    getFunctions(id),
    getColleagues(id),
    getKpiNames(id, locale),
    getUnitChoices(id),
  ]);
  const newest = periods[0];
  const [minima, requirements] = newest
    ? await Promise.all([getMinima(id, newest.id), getRequirements(id, newest.id, locale)])
    : [new Map<string, number>(), []];
  return (
    <AgreementFrame access={access} view="setup" period={period}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <SetupStrategy org={slug} {...{ strategy, given, names, functions, people, kpis }} />
      <SetupPeriods org={slug} {...{ periods, minima, requirements, units, locale }} tracks={strategy.tracks} />
    </AgreementFrame>
  );
}
