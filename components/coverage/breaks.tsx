import { useTranslations } from "next-intl";
import { breakText } from "@/components/figure/break-mark";
import type { FigureWords } from "@/components/figure/words";
import { ActionForm } from "@/components/session/action-form";
import type { KpiYear } from "@/lib/figure/model";
import { markSeriesBreak, removeSeriesBreak } from "@/lib/series-break/actions";
import { breakKinds } from "@/lib/series-break/model";

type Props = {
  kpi: KpiYear;
  year: number;
  breakNow: { kind: (typeof breakKinds)[number]; noteDa: string; noteEn: string } | null;
  hidden: Record<string, string>;
  mayEdit: boolean;
  words: FigureWords;
};

/** The breaks of a series, and for those who may, the form that marks or takes away the year's. */
export function BreakForms({ kpi, year, breakNow, hidden, mayEdit, words }: Props) {
  const t = useTranslations("comparability");
  return (
    <>
      <section className="sec">
        <h2>{t("breaks.title")}</h2>
        {kpi.breaks.length === 0 ? <p className="said">{t("breaks.none")}</p> : null}
        <ul>
          {kpi.breaks.map((broken) => (
            <li key={broken.year}>
              <span className="break-sign" aria-hidden="true" /> {breakText(broken, words)}
            </li>
          ))}
        </ul>
      </section>
      {mayEdit ? (
        <section className="sec">
          <h2>{t(breakNow ? "breaks.change" : "breaks.mark", { year })}</h2>
          <p className="said">{t("breaks.lead", { year })}</p>
          <ActionForm
            action={markSeriesBreak}
            hidden={hidden}
            fields={[
              {
                kind: "one",
                name: "kind",
                label: t("breaks.kind"),
                choices: breakKinds.map((kind) => ({
                  value: kind,
                  label: t(`breaks.${kind}`),
                  hint: t(`breaks.${kind}Hint`),
                })),
                chosen: breakNow ? [breakNow.kind] : [],
              },
              { kind: "text", name: "noteDa", label: t("breaks.noteDa"), value: breakNow?.noteDa },
              { kind: "text", name: "noteEn", label: t("breaks.noteEn"), value: breakNow?.noteEn },
            ]}
            submit={{ label: t("breaks.submit"), className: "btn" }}
            summary={t("summary")}
          />
          {breakNow ? (
            <ActionForm
              action={removeSeriesBreak}
              hidden={hidden}
              fields={[]}
              submit={{ label: t("breaks.remove", { year }), className: "btn danger" }}
              summary={t("summary")}
            />
          ) : null}
        </section>
      ) : null}
    </>
  );
}
