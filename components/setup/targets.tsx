import { sayer } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { overButtons, Table } from "@/components/ui/table";
import { ActionForm, type FormField } from "@/components/session/action-form";
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
        <Table
          label={t("target.title")}
          columns={[
            t("target.year"),
            t("target.kind"),
            t("target.limit"),
            t("target.baselineYear"),
            overButtons(t("change")),
          ]}
        >
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
        </Table>
      ) : null}
      <h2>{t("target.setTitle")}</h2>
      <div className="wide-form">
        <ActionForm
          action={setTargetOf}
          prefix="target"
          hidden={{ org: slug, code: kpi.code }}
          fields={[
            ...targetFields(sayer(t), null, locale).slice(0, 2),
            { kind: "text", name: "year", label: t("target.year") },
            ...targetFields(sayer(t), null, locale).slice(2),
          ]}
          submit={{ label: t("target.set") }}
          summary={t("summary")}
          done={t("saved")}
        />
      </div>
    </section>
  );
}

/** What a target says but its year: its kind, limit, the year it was set in and the one it is measured from. */
export function targetFields(say: (key: string) => string, now: TargetSetup | null, locale: Locale): FormField[] {
  const choices = kinds.map((kind) => ({ value: kind, label: say(`target.kinds.${kind}`) }));
  const [set, baseline] = [now?.setInYear?.toString(), now?.baselineYear?.toString()];
  return [
    { kind: "select", name: "kind", label: say("target.kind"), choices, chosen: now?.kind },
    {
      ...{ kind: "text", name: "limit", label: say("target.limit"), hint: say("target.limitHint") },
      value: now ? limitText(now, locale) : "",
    },
    { kind: "text", name: "setInYear", label: say("target.setInYear"), hint: say("target.setInYearHint"), value: set },
    {
      ...{ kind: "text", name: "baselineYear", label: say("target.baselineYear"), hint: say("target.baselineHint") },
      value: baseline,
    },
  ];
}

/** A target's limit as it is typed. */
export function limitText({ amount, men, women }: TargetSetup, locale: Locale): string {
  if (men !== null && women !== null) return formatSplit({ men, women }, locale);
  return amount === null ? "" : formatDecimal(amount, locale);
}
