import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { KpiList } from "@/components/kpi/kpi-list";
import { LineagePanel } from "@/components/lineage/panel";
import { Frame } from "@/components/shell/frame";
import { Still } from "@/components/ui/still/still";
import { requireAccess } from "@/lib/access/page";
import { getLatestYear } from "@/lib/dashboard/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getYearView } from "@/lib/figure/queries";

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ year?: string | string[]; q?: string | string[] }>;
};

/** The title of the window, whoever asks. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("kpi"))("place") };
}

/** Every KPI of a year, to search in. */
export default async function KpisPage({ params, searchParams }: Props) {
  const [{ org }, { year: asked, q }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "figure.read");
  const { id, dataVersion } = access.organisation;
  const year = asked === undefined ? await getLatestYear(id) : yearFrom(asked);
  const view = await getYearView(id, dataVersion, year ?? notFound(), locale);
  if (!view.allYears.some((period) => period.year === year)) notFound();
  const text = typeof q === "string" ? q.trim().slice(0, 100) : "";
  return (
    <Frame
      access={access}
      place="kpis"
      year={view.year}
      years={view.allYears}
      yearHref={(other) => `/${org}/kpis?year=${other}`}
    >
      {text === "" ? (
        <Still of={view} name="kpis">
          <KpiList view={view} text="" locale={locale} />
        </Still>
      ) : (
        <KpiList view={view} text={text} locale={locale} />
      )}
      <LineagePanel />
    </Frame>
  );
}
