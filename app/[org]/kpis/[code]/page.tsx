import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { KpiPage } from "@/components/kpi/kpi-page";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getLatestYear } from "@/lib/dashboard/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getKpiShowing } from "@/lib/kpi-detail/showing/queries";

type Props = { params: Promise<{ org: string; code: string }>; searchParams: Promise<{ year?: string | string[] }> };

/** The title of the window: not the KPI's name, which only its organisation's people may see. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return { title: `${(await getTranslations("kpi"))("place")}: ${code}` };
}

/** One KPI in a year. */
export default async function KpiCodePage({ params, searchParams }: Props) {
  const [{ org, code }, { year: asked }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "figure.read");
  const year = (asked === undefined ? await getLatestYear(access.organisation.id) : yearFrom(asked)) ?? notFound();
  const showing = (await getKpiShowing(access, code, year, locale)) ?? notFound();
  const { allYears } = showing.view;
  const isPublished = allYears.some((period) => period.year === year && period.state === "published");
  return (
    <Frame
      access={access}
      place="kpis"
      year={year}
      years={allYears}
      yearHref={(other) => `/${org}/kpis/${code}?year=${other}`}
    >
      <KpiPage
        showing={showing}
        hasHistory={may(access.roles, "history.read")}
        restateHref={
          isPublished && may(access.roles, "value.restate") ? `/${org}/restatements/new?kpi=${code}&year=${year}` : null
        }
        locale={locale}
      />
    </Frame>
  );
}
