import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { overButtons, overFigures, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { addBenchmarkOf, removeBenchmarkOf } from "@/lib/setup/benchmark/actions";
import type { findKpi } from "@/lib/setup/kpi/queries";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;

/** Outside figures a KPI is held against, and the form that adds one. */
export function Benchmarks({ slug, kpi, locale }: { slug: string; kpi: Kpi; locale: Locale }) {
  const t = useTranslations("setup");
  return (
    <section aria-labelledby="benchmarks">
      <h2 id="benchmarks">{t("benchmark.title")}</h2>
      {kpi.benchmarks.length === 0 ? (
        <p className="muted">{t("benchmark.none")}</p>
      ) : (
        <Table
          label={t("benchmark.title")}
          columns={[t("benchmark.label"), t("year"), overFigures(t("benchmark.amount")), overButtons(t("change"))]}
        >
          {kpi.benchmarks.map(({ id, year, labelDa, labelEn, amount }) => (
            <tr key={id}>
              <th scope="row">{locale === "da" ? labelDa : labelEn}</th>
              <td>{year}</td>
              <td className="r">{formatDecimal(amount, locale)}</td>
              <td className="inline-form">
                <ActionForm
                  action={removeBenchmarkOf}
                  hidden={{ org: slug, code: kpi.code, id }}
                  fields={[]}
                  submit={{ label: t("remove"), describe: `${t("remove")} ${labelDa} ${year}`, className: "btn" }}
                  summary={t("summary")}
                />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <details>
        <summary>{t("benchmark.add")}</summary>
        <ActionForm
          action={addBenchmarkOf}
          prefix="benchmark"
          hidden={{ org: slug, code: kpi.code }}
          fields={[
            { kind: "text", name: "labelDa", label: t("benchmark.labelDa"), hint: t("benchmark.labelHint") },
            { kind: "text", name: "labelEn", label: t("benchmark.labelEn") },
            { kind: "text", name: "year", label: t("year") },
            { kind: "text", name: "amount", label: t("benchmark.amount"), hint: t("benchmark.amountHint") },
          ]}
          submit={{ label: t("benchmark.add"), className: "btn" }}
          summary={t("summary")}
          done={t("saved")}
        />
      </details>
    </section>
  );
}
