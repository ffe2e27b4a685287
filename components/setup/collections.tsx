import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { Scroll } from "@/components/ui/scroll";
import { collectKpiAt, stopCollectingKpi } from "@/lib/setup/collection/actions";
import type { findKpi, kpiChoices } from "@/lib/setup/kpi/queries";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;
type Choices = Awaited<ReturnType<typeof kpiChoices>>;

/** Where and when a KPI is collected: from every org unit until lines say otherwise. */
export function Collections({ slug, kpi, choices }: { slug: string; kpi: Kpi; choices: Choices }) {
  const t = useTranslations("setup");
  const now = kpi.definitions[0]!;
  if (now.collectionLevel === "organisation" || now.formula) return null;
  return (
    <section aria-labelledby="collections">
      <h2 id="collections">{t("collection.title")}</h2>
      {kpi.collections.length === 0 ? (
        <p className="muted">{t("collection.everywhere")}</p>
      ) : (
        <Scroll label={t("collection.title")}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t("orgUnit.name")}</th>
                <th scope="col">{t("collection.from")}</th>
                <th scope="col">{t("collection.to")}</th>
                <th scope="col">
                  <span className="vh">{t("change")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {kpi.collections.map(({ orgUnitId, name, fromYear, toYear }) => (
                <tr key={`${orgUnitId} ${fromYear}`}>
                  <th scope="row">{name}</th>
                  <td>{fromYear}</td>
                  <td>{toYear ?? t("collection.open")}</td>
                  <td className="inline-form">
                    <ActionForm
                      action={stopCollectingKpi}
                      hidden={{ org: slug, code: kpi.code, orgUnitId, fromYear: String(fromYear) }}
                      fields={[]}
                      submit={{ label: t("remove"), describe: `${t("remove")} ${name} ${fromYear}`, className: "btn" }}
                      summary={t("summary")}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {choices.orgUnits.length > 0 ? (
        <details>
          <summary>{t("collection.setTitle")}</summary>
          <ActionForm
            action={collectKpiAt}
            prefix="collection"
            hidden={{ org: slug, code: kpi.code }}
            fields={[
              {
                kind: "many",
                name: "orgUnitIds",
                label: t("part.org-units"),
                choices: choices.orgUnits.map(({ id, name }) => ({ value: id, label: name })),
              },
              { kind: "text", name: "fromYear", label: t("collection.from"), value: String(now.validFromYear) },
              { kind: "text", name: "toYear", label: t("collection.to"), hint: t("collection.toHint") },
            ]}
            submit={{ label: t("collection.set"), className: "btn" }}
            summary={t("summary")}
            done={t("saved")}
          />
        </details>
      ) : null}
    </section>
  );
}
