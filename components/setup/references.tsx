import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { overButtons, Table } from "@/components/ui/table";
import type { findKpi } from "@/lib/setup/kpi/queries";
import { addReferenceOf, removeReferenceOf } from "@/lib/setup/reference/actions";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;

/** Where frameworks ask for a KPI, and the form that says another place. */
export function References({ slug, kpi }: { slug: string; kpi: Kpi }) {
  const t = useTranslations("setup");
  return (
    <section aria-labelledby="references">
      <h2 id="references">{t("reference.title")}</h2>
      {kpi.references.length === 0 ? (
        <p className="muted">{t("reference.none")}</p>
      ) : (
        <Table
          label={t("reference.title")}
          columns={[
            t("reference.framework"),
            t("reference.edition"),
            t("reference.disclosure"),
            overButtons(t("change")),
          ]}
        >
          {kpi.references.map(({ framework, edition, disclosure }) => (
            <tr key={`${framework} ${disclosure}`}>
              <th scope="row">{framework}</th>
              <td>{edition}</td>
              <td>{disclosure}</td>
              <td className="inline-form">
                <ActionForm
                  action={removeReferenceOf}
                  hidden={{ org: slug, code: kpi.code, framework, disclosure }}
                  fields={[]}
                  submit={{
                    label: t("remove"),
                    describe: `${t("remove")} ${framework} ${disclosure}`,
                    className: "btn",
                  }}
                  summary={t("summary")}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <details>
        <summary>{t("reference.add")}</summary>
        <ActionForm
          action={addReferenceOf}
          prefix="reference"
          hidden={{ org: slug, code: kpi.code }}
          fields={[
            { kind: "text", name: "framework", label: t("reference.framework"), hint: t("reference.frameworkHint") },
            { kind: "text", name: "edition", label: t("reference.edition"), hint: t("reference.editionHint") },
            { kind: "text", name: "disclosure", label: t("reference.disclosure"), hint: t("reference.disclosureHint") },
          ]}
          submit={{ label: t("reference.add"), className: "btn" }}
          summary={t("summary")}
          done={t("saved")}
        />
      </details>
    </section>
  );
}
