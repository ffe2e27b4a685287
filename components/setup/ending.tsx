import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { deleteKpiOf, endKpiOf } from "@/lib/setup/ending/actions";
import type { findKpi } from "@/lib/setup/kpi/queries";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;

/** How a KPI ends: with a last year, or deleted where it has no values. */
export function Ending({ slug, kpi }: { slug: string; kpi: Kpi }) {
  const t = useTranslations("setup");
  return (
    <section aria-labelledby="ending">
      <h2 id="ending">{t("ending.title")}</h2>
      <p className="prose">{t("ending.text")}</p>
      <ActionForm
        action={endKpiOf}
        prefix="ending"
        hidden={{ org: slug, code: kpi.code }}
        fields={[
          {
            kind: "text",
            name: "lastYear",
            label: t("ending.lastYear"),
            hint: t("ending.lastYearHint"),
            value: kpi.lastYear?.toString(),
          },
        ]}
        submit={{ label: t("ending.end"), className: "btn" }}
        summary={t("summary")}
        done={t("saved")}
      />
      {kpi.values > 0 ? (
        <p className="muted">{t("ending.hasValues", { count: kpi.values })}</p>
      ) : (
        <ActionForm
          action={deleteKpiOf}
          hidden={{ org: slug, code: kpi.code }}
          fields={[]}
          submit={{ label: t("ending.delete"), className: "btn" }}
          summary={t("ending.notDeleted")}
        />
      )}
    </section>
  );
}
