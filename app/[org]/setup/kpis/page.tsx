import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SetupFrame } from "@/components/setup/frame";
import { KpiTable } from "@/components/setup/kpi-table";
import { requireAccess } from "@/lib/access/page";
import { listKpis } from "@/lib/setup/kpi/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("kpis") };
}

/** Every KPI and series of base data. */
export default async function SetupKpisPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, kpis, locale] = await Promise.all([getTranslations("setup"), listKpis(id), getLocale()]);
  return (
    <SetupFrame access={access} part="kpis">
      <h1>{t("part.kpis")}</h1>
      <p className="lead">{t("kpi.lead")}</p>
      <p className="btns">
        <a className="btn main" href={`/${slug}/setup/kpis/new`}>
          {t("kpi.add")}
        </a>
        <a className="btn" href={`/${slug}/setup/kpi-library`}>
          {t("kpi.fromLibrary")}
        </a>
      </p>
      <KpiTable slug={slug} kpis={kpis} locale={locale} />
    </SetupFrame>
  );
}
