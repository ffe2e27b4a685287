import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { KpiTable } from "@/components/setup/kpi-table";
import { requireAccess } from "@/lib/access/page";
import { nameFteKpiOf } from "@/lib/setup/kpi/fte/actions";
import { getFteKpi } from "@/lib/setup/kpi/fte/queries";
import { listKpis } from "@/lib/setup/kpi/queries";
import { unitsOfMeasure } from "@/lib/unit-of-measure/model";

/** Dimensions in which people are counted. */
const countsPeople: ReadonlySet<string> = new Set(["fte", "persons"]);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("kpis") };
}

/** Every KPI and series of base data. */
export default async function SetupKpisPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, kpis, fteKpi, locale] = await Promise.all([
    getTranslations("setup"),
    listKpis(id),
    getFteKpi(id),
    getLocale(),
  ]);
  const counting = kpis.filter(
    ({ code, unitOfMeasure }) => code === fteKpi || countsPeople.has(unitsOfMeasure[unitOfMeasure]?.dimension ?? ""),
  );
  return (
    <SetupFrame access={access} part="kpis">
      <h1>{t("part.kpis")}</h1>
      <p className="lead">{t("kpi.lead")}</p>
      <p className="btns">
        <a className="btn main" href={`/${slug}/setup/kpis/new`}>
          {t("kpi.add")}
        </a>
        <a className="btn" href={`/${slug}/setup/library`}>
          {t("kpi.fromLibrary")}
        </a>
      </p>
      <KpiTable slug={slug} kpis={kpis} locale={locale} />
      <section aria-labelledby="fte">
        <h2 id="fte">{t("fte.title")}</h2>
        <p className="muted">{t("fte.text")}</p>
        <ActionForm
          action={nameFteKpiOf}
          hidden={{ org: slug }}
          fields={[
            {
              ...{ kind: "select", name: "fteKpi", label: t("fte.field"), chosen: fteKpi ?? "" },
              choices: [
                { value: "", label: t("none") },
                ...counting.map(({ code, shortNameDa, shortNameEn }) => ({
                  value: code,
                  label: locale === "da" ? shortNameDa : shortNameEn,
                })),
              ],
            },
          ]}
          submit={{ label: t("save"), describe: t("fte.save") }}
          summary={t("summary")}
          done={t("saved")}
        />
      </section>
    </SetupFrame>
  );
}
