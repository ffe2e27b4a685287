import { useTranslations } from "next-intl";
import { Scroll } from "@/components/ui/scroll";
import { ActionForm } from "@/components/session/action-form";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { endTargetOf, setTargetOf } from "@/lib/setup/target/actions";
import type { findKpi, TargetSetup } from "@/lib/setup/kpi/queries";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;
const kinds = ["atLeast", "atMost", "above", "below", "reduction", "split"] as const;

/** The targets of a KPI, and the form that sets one. */
export function Targets({ slug, kpi, locale }: { slug: string; kpi: Kpi; locale: Locale }) {
  const t = useTranslations("setup");
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t("target.title")}</h2>
      {kpi.targets.length === 0 ? <p className="muted">{t("target.none")}</p> : null}
      {kpi.targets.length > 0 ? (
        <Scroll label={t("target.title")}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t("target.year")}</th>
                <th scope="col">{t("target.kind")}</th>
                <th scope="col">{t("target.limit")}</th>
                <th scope="col">{t("target.baselineYear")}</th>
                <th scope="col">
                  <span className="vh">{t("change")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {kpi.targets.map((target) => (
                <tr key={target.id}>
                  <th scope="row">{target.year}</th>
                  <td>{t(`target.kinds.${target.kind}`)}</td>
                  <td>{limitText(target, locale)}</td>
                  <td>{target.baselineYear}</td>
                  <td className="inline-form">
                    <ActionForm
                      action={endTargetOf}
                      hidden={{ org: slug, code: kpi.code, id: target.id }}
                      fields={[]}
                      submit={{
                        label: t("target.end"),
                        describe: `${t("target.end")} ${target.year}`,
                        className: "btn",
                      }}
                      summary={t("summary")}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      <h2>{t("target.setTitle")}</h2>
      <div className="wide-form">
        <ActionForm
          action={setTargetOf}
          prefix="target"
          hidden={{ org: slug, code: kpi.code }}
          fields={[
            {
              kind: "select",
              name: "kind",
              label: t("target.kind"),
              choices: kinds.map((kind) => ({ value: kind, label: t(`target.kinds.${kind}`) })),
            },
            { kind: "text", name: "limit", label: t("target.limit"), hint: t("target.limitHint") },
            { kind: "text", name: "year", label: t("target.year") },
            { kind: "text", name: "setInYear", label: t("target.setInYear"), hint: t("target.setInYearHint") },
            { kind: "text", name: "baselineYear", label: t("target.baselineYear"), hint: t("target.baselineHint") },
          ]}
          submit={{ label: t("target.set") }}
          summary={t("summary")}
          done={t("saved")}
        />
      </div>
    </section>
  );
}

function limitText({ amount, men, women }: TargetSetup, locale: Locale): string {
  if (men !== null && women !== null) return formatSplit({ men, women }, locale);
  return amount === null ? "" : formatDecimal(amount, locale);
}
