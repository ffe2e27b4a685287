import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { KpiPage } from "@/components/kpi/kpi-page";
import { Drivers } from "@/components/lineage/drivers";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getLatestYear } from "@/lib/dashboard/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { listTrueUps } from "@/lib/estimate/queries";
import { getYearView } from "@/lib/figure/queries";
import { getHistory } from "@/lib/history/queries";
import { getKpiDetail } from "@/lib/kpi-detail/queries";
import { hiddenFrom } from "@/lib/suppression/queries";
import { getSplit } from "@/lib/lineage/queries";
import { relationsOf } from "@/lib/kpi-relation/model";

type Props = { params: Promise<{ org: string; code: string }>; searchParams: Promise<{ year?: string | string[] }> };

/** Acts shown of a KPI's history. */
const mostActs = 20;

/** The title of the window: not the KPI's name, which only its organisation's people may see. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return { title: `${(await getTranslations("kpi"))("place")}: ${code}` };
}

/** One KPI in a year. */
export default async function KpiCodePage({ params, searchParams }: Props) {
  const [{ org, code }, { year: asked }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "figure.read");
  const { id, dataVersion } = access.organisation;
  const year = asked === undefined ? await getLatestYear(id) : yearFrom(asked);
  const view = await getYearView(id, dataVersion, year ?? notFound(), locale);
  const relations = relationsOf(view, code);
  if (!relations || !view.allYears.some((period) => period.year === year)) notFound();
  const isHidden = await hiddenFrom(access, view.year);
  const { organisation } = access;
  const [split, detail, lines, trueUps] = await Promise.all([
    getSplit({ organisation, code, year: view.year, unit: null, locale, isHidden }),
    getKpiDetail(id, dataVersion, relations.kpi, locale, isHidden),
    may(access.roles, "history.read") ? getHistory(id, code, mostActs, locale, isHidden) : null,
    listTrueUps(id, locale, code),
  ]);
  if (!detail) notFound();
  const isPublished = view.allYears.some((period) => period.year === year && period.state === "published");
  return (
    <Frame
      access={access}
      place="kpis"
      year={view.year}
      years={view.allYears}
      yearHref={(other) => `/${org}/kpis/${code}?year=${other}`}
    >
      <KpiPage
        view={view}
        relations={relations}
        detail={detail}
        trueUps={trueUps}
        drivers={split && <Drivers split={split.split} lineage={split.lineage} level={2} locale={locale} />}
        history={lines && { lines, most: mostActs }}
        restateHref={
          isPublished && may(access.roles, "value.restate")
            ? `/${org}/restatements/new?kpi=${code}&year=${view.year}`
            : null
        }
        locale={locale}
      />
    </Frame>
  );
}
