import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/session/action-form";
import { Benchmarks } from "@/components/setup/benchmarks";
import { Collections } from "@/components/setup/collections";
import { Ending } from "@/components/setup/ending";
import { SetupFrame } from "@/components/setup/frame";
import { kpiFields } from "@/components/setup/kpi-fields";
import { Notes } from "@/components/setup/notes";
import { References } from "@/components/setup/references";
import { Targets } from "@/components/setup/targets";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { getPublishedPeriods } from "@/lib/restatement/queries";
import { defineKpiOf } from "@/lib/setup/kpi/actions";
import { findKpi, kpiChoices } from "@/lib/setup/kpi/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("kpis") };
}

/** One KPI: where it is followed, what it is from a year on, and its targets. */
export default async function SetupKpiPage({ params }: { params: Promise<{ org: string; code: string }> }) {
  const { org, code } = await params;
  const access = await requireAccess(org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, kpi, choices, periods, locale] = await Promise.all([
    getTranslations("setup"),
    findKpi(id, code),
    kpiChoices(id),
    getPublishedPeriods(id),
    getLocale(),
  ]);
  const now = kpi?.definitions[0];
  if (!kpi || !now) notFound();
  const name = locale === "da" ? now.shortNameDa : now.shortNameEn;
  const published = periods.find(({ publishedAt }) => publishedAt !== null)?.year;
  const restate = (what: string) =>
    `/${slug}/restatements/new?${new URLSearchParams({ what, kpi: code, year: String(published) })}`;
  const earlier = kpi.definitions.map(({ validFromYear }) => validFromYear).toReversed();
  return (
    <SetupFrame access={access} part="kpis" crumbs={[{ label: name }]}>
      <h1>{name}</h1>
      <p className="lead">{t("kpi.changeLead", { years: earlier.join(", ") })}</p>
      {published !== undefined ? (
        <p className="restate-links">
          <Link className="act" href={restate("definition")}>
            {t("restateDefinition")}
          </Link>
          <Link className="act" href={restate("target")}>
            {t("restateTarget")}
          </Link>
        </p>
      ) : null}
      <div className="wide-form">
        <ActionForm
          action={defineKpiOf}
          hidden={{ org: slug, code }}
          fields={kpiFields(sayer(t), { kpi, choices, year: now.validFromYear, locale })}
          submit={{ label: t("save") }}
          summary={t("summary")}
          done={t("saved")}
        />
      </div>
      <Targets slug={slug} kpi={kpi} locale={locale} />
      <Collections slug={slug} kpi={kpi} choices={choices} />
      <Benchmarks slug={slug} kpi={kpi} locale={locale} />
      <References slug={slug} kpi={kpi} />
      <Notes slug={slug} kpi={kpi} choices={choices} locale={locale} />
      <Ending slug={slug} kpi={kpi} />
    </SetupFrame>
  );
}
