import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AgreementFrame } from "@/components/agreement/frame";
import { ActionForm } from "@/components/session/action-form";
import { requireAccess } from "@/lib/access/page";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import { addInitiativeOf } from "@/lib/initiative/actions";
import { eases } from "@/lib/initiative/model";
import { getStrategy } from "@/lib/strategy/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("catalogue.add") };
}

/** Adding an initiative to the catalogue. */
export default async function NewInitiativePage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "agreement.govern");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const [{ period }, strategy, kpis] = await Promise.all([
    getPeriodPage(id, null, locale),
    getStrategy(id, locale),
    getKpiNames(id, locale),
  ]);
  const text = (name: "nameDa" | "nameEn") =>
    ({ kind: "text", name, label: t(`catalogue.${name}`), autoComplete: "off" }) as const;
  const area = (name: "effectDa" | "effectEn") =>
    ({ kind: "area", name, label: t(`catalogue.${name}`), rows: 3 }) as const;
  return (
    <AgreementFrame access={access} view="catalogue" period={period} crumbs={[{ label: t("catalogue.add") }]}>
      <h1>{t("catalogue.add")}</h1>
      <ActionForm
        action={addInitiativeOf}
        fields={[
          {
            kind: "select",
            name: "trackId",
            label: t("track"),
            choices: strategy.tracks.map(({ id, name }) => ({ value: id, label: name })),
          },
          text("nameDa"),
          text("nameEn"),
          { kind: "text", name: "code", label: t("setup.code"), hint: t("setup.codeHint"), autoComplete: "off" },
          area("effectDa"),
          area("effectEn"),
          {
            kind: "one",
            name: "ease",
            label: t("catalogue.ease"),
            choices: eases.map((value) => ({ value, label: t(`catalogue.eases.${value}`) })),
            chosen: ["moderate"],
          },
          {
            kind: "select",
            name: "kpiId",
            label: t("commitment.kpi"),
            choices: [
              { value: "", label: t("commitment.noneKpi") },
              ...kpis.map(({ id, name, unitOfMeasure }) => ({ value: id, label: `${name} (${unitOfMeasure})` })),
            ],
          },
          {
            kind: "text",
            name: "expectedEffect",
            label: t("catalogue.expected"),
            hint: t("commitment.expectedHint"),
            autoComplete: "off",
          },
        ]}
        hidden={{ org: slug }}
        submit={{ label: t("catalogue.submit") }}
        summary={t("refused")}
      />
    </AgreementFrame>
  );
}
