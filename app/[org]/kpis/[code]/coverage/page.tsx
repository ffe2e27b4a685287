import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CoveragePage } from "@/components/coverage/coverage-page";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { hiddenFrom, hiddenInYears } from "@/lib/suppression/queries";
import { getLatestYear } from "@/lib/dashboard/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { listTrueUps } from "@/lib/estimate/queries";
import { getYearView } from "@/lib/figure/queries";
import { getKpiDetail } from "@/lib/kpi-detail/queries";
import { findBreak } from "@/lib/series-break/queries";
import { isOpenForEntry } from "@/lib/value/sheet/model";

type Props = { params: Promise<{ org: string; code: string }>; searchParams: Promise<{ year?: string | string[] }> };

/** The title of the window: not the KPI's name, which only its organisation's people may see. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return { title: `${(await getTranslations("comparability"))("title")}: ${code}` };
}

/** What decides whether a KPI's years can be compared. */
export default async function KpiCoveragePage({ params, searchParams }: Props) {
  const [{ org, code }, { year: asked }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "figure.read");
  const { id, dataVersion } = access.organisation;
  const year = asked === undefined ? await getLatestYear(id) : yearFrom(asked);
  const view = await getYearView(id, dataVersion, year ?? notFound(), locale);
  const kpi = [...view.kpis, ...view.base].find((row) => row.code === code);
  const period = view.allYears.find((row) => row.year === year);
  if (!kpi || !period) notFound();
  const [detail, trueUps, breakNow] = await Promise.all([
    getKpiDetail(id, dataVersion, kpi, locale, await hiddenFrom(access, view.year)),
    listTrueUps(id, locale, code),
    findBreak(id, code, view.year),
  ]);
  if (!detail) notFound();
  const isHiddenThen = await hiddenInYears(
    access,
    trueUps.map((one) => one.year),
  );
  return (
    <Frame
      access={access}
      place="kpis"
      year={view.year}
      years={view.allYears}
      yearHref={(other) => `/${org}/kpis/${code}/coverage?year=${other}`}
    >
      <CoveragePage
        view={view}
        kpi={kpi}
        detail={detail}
        trueUps={trueUps.filter((one) => !isHiddenThen(one))}
        breakNow={breakNow}
        mayEdit={may(access.roles, "coverage.edit")}
        isOpen={isOpenForEntry(period.state)}
        restateHref={
          period.state === "published" && may(access.roles, "value.restate")
            ? `/${org}/restatements/new?${new URLSearchParams({ what: "coverage", kpi: code, year: String(year) })}`
            : null
        }
        locale={locale}
      />
    </Frame>
  );
}
