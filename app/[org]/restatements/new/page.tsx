import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { RestatementsFrame } from "@/components/restatement/frame";
import { NewCountingRestatement } from "@/components/restatement/new-counting";
import { NewCoverageRestatement } from "@/components/restatement/new-coverage";
import { NewFactorRestatement } from "@/components/restatement/new-factor";
import { NewRestatement } from "@/components/restatement/new-restatement";
import { NewDefinitionRestatement, NewTargetRestatement } from "@/components/restatement/new-setup";
import { NewOrgUnitRestatement } from "@/components/restatement/new-org-unit";
import { Views } from "@/components/ui/views";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getCountingOffer, getCoverageOffer, getFactorOffer, getSetupOffer } from "@/lib/restatement/offer/queries";
import { getRestatable } from "@/lib/restatement/preview/queries";
import { listUnits } from "@/lib/setup/org-unit/queries";

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restatement"))("new.title") };
}

/** What of a KPI and year can be restated here. */
const ofKpi = ["value", "coverage", "counting", "definition", "target"] as const;

/** Restating something of a published year: what it shall be, the reason, and what follows from it. */
export default async function NewRestatementPage({ params, searchParams }: Props) {
  const [{ org }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("restatement"),
  ]);
  const access = await requireAccess(org, "value.restate");
  const { id, slug } = access.organisation;
  // Nothing is named: the list says where a restatement begins.
  if (Object.keys(query).length === 0) redirect(`/${slug}/restatements`);
  const { kpi, unit = null, what = "value", factor } = query;
  const crumbs = [{ label: t("new.title") }];
  if (what === "factor") {
    const offer = typeof factor === "string" ? await getFactorOffer(id, factor, locale) : null;
    return (
      <RestatementsFrame access={access} crumbs={crumbs}>
        <NewFactorRestatement
          offer={offer ?? notFound()}
          year={query.year === undefined ? null : yearFrom(query.year)}
          org={slug}
          locale={locale}
        />
      </RestatementsFrame>
    );
  }
  if (what === "orgUnit") {
    const units = await listUnits(id, new Date().getUTCFullYear());
    const found = units.find((one) => one.code === unit && !one.isRoot) ?? notFound();
    return (
      <RestatementsFrame access={access} crumbs={crumbs}>
        <NewOrgUnitRestatement unit={found} units={units} org={slug} />
      </RestatementsFrame>
    );
  }
  const year = yearFrom(query.year);
  if (typeof kpi !== "string" || Array.isArray(unit) || year === null || !ofKpi.some((one) => one === what)) notFound();
  const cell = (await getRestatable(id, { kpi, unit: what === "value" ? unit : null, year }, locale)) ?? notFound();
  const address = (one: string) =>
    `/${slug}/restatements/new?${new URLSearchParams({ ...(one === "value" ? {} : { what: one }), kpi, year: String(year) })}`;
  const setup = what === "definition" || what === "target" ? await getSetupOffer(id, kpi, year) : null;
  return (
    <RestatementsFrame access={access} crumbs={crumbs}>
      <Views
        label={t("new.what")}
        views={ofKpi.map((one) => ({ label: t(`new.whats.${one}`), href: address(one), current: one === what }))}
      />
      {what === "value" ? <NewRestatement cell={cell} org={slug} locale={locale} /> : null}
      {what === "coverage" ? (
        <NewCoverageRestatement cell={cell} offer={(await getCoverageOffer(id, kpi, year)) ?? notFound()} org={slug} />
      ) : null}
      {what === "counting" ? (
        <NewCountingRestatement cell={cell} offer={(await getCountingOffer(id, kpi, year)) ?? notFound()} org={slug} />
      ) : null}
      {what === "definition" ? (
        <NewDefinitionRestatement cell={cell} offer={setup ?? notFound()} org={slug} locale={locale} />
      ) : null}
      {what === "target" ? (
        <NewTargetRestatement cell={cell} offer={setup ?? notFound()} org={slug} locale={locale} />
      ) : null}
    </RestatementsFrame>
  );
}
