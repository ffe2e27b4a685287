import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { kpiFields } from "@/components/setup/kpi-fields";
import { requireAccess } from "@/lib/access/page";
import { addKpiOf } from "@/lib/setup/kpi/actions";
import { kpiChoices } from "@/lib/setup/kpi/queries";
import { getEntryYears } from "@/lib/value/overview/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("kpi.add") };
}

/** A new KPI or series of base data. */
export default async function NewKpiPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, choices, years, locale] = await Promise.all([
    getTranslations("setup"),
    kpiChoices(id),
    getEntryYears(id),
    getLocale(),
  ]);
  const year = years.at(-1)?.year ?? new Date().getUTCFullYear();
  return (
    <SetupFrame access={access} part="kpis" crumbs={[{ label: t("kpi.add") }]}>
      <h1>{t("kpi.add")}</h1>
      <div className="wide-form">
        <ActionForm
          action={addKpiOf}
          hidden={{ org: slug }}
          fields={[
            { kind: "text", name: "code", label: t("code"), hint: t("codeHint") },
            {
              kind: "select",
              name: "purpose",
              label: t("kpi.purpose"),
              choices: (["indicator", "base"] as const).map((value) => ({ value, label: t(`kpi.purposes.${value}`) })),
            },
            ...kpiFields(sayer(t), { kpi: null, choices, year, locale }),
          ]}
          submit={{ label: t("kpi.add") }}
          summary={t("summary")}
        />
      </div>
    </SetupFrame>
  );
}
