import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { overButtons, Table } from "@/components/ui/table";
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
        <Table
          label={t("collection.title")}
          columns={[t("orgUnit.name"), t("collection.from"), t("collection.to"), overButtons(t("change"))]}
        >
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
        </Table>
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
