import { useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import type { Contribution, GoalCount } from "@/lib/agreement/overview/model";
import type { KpiName } from "@/lib/commitment/kpi/queries";
import type { Locale } from "@/lib/language/model";
import type { Goal } from "@/lib/strategy/model";
import { amountText } from "./amount";

type Props = { goals: Goal[]; counts: GoalCount[]; effects: Contribution[]; kpis: KpiName[]; locale: Locale };

/** What the period's commitments contribute to each goal of the strategy: effect reported against effect expected. */
export function Goals({ goals, counts, effects, kpis, locale }: Props) {
  const t = useTranslations("agreement.overview");
  return goals.map((goal) => {
    const count = counts.find(({ goalId }) => goalId === goal.id);
    const rows = effects.filter(({ goalId }) => goalId === goal.id);
    const kpi = kpis.find(({ id }) => id === goal.kpiId);
    return (
      <div className="goal" key={goal.id}>
        <div>
          <h3>
            {goal.name} {t("goalYear", { year: goal.year })}
          </h3>
          <p className="muted">{count ? t("goalCount", count) : t("goalNone")}</p>
          {kpi ? <p className="muted">{t("goalKpi", { name: kpi.name })}</p> : null}
        </div>
        {rows.length > 0 ? (
          <Table
            label={goal.name}
            caption={goal.name}
            className="lines"
            columns={[t("kpi"), overFigures(t("reported")), overFigures(t("expected")), overFigures(t("known"))]}
          >
            {rows.map(({ kpiId, reported, expected, known, commitments }) => {
              const name = kpis.find(({ id }) => id === kpiId) ?? null;
              return (
                <tr key={kpiId}>
                  <th scope="row">{name?.name}</th>
                  <td className="r nw" data-label={t("reported")}>
                    {reported === null ? "–" : <b>{amountText(reported, name, locale)}</b>}
                  </td>
                  <td className="r nw" data-label={t("expected")}>
                    {expected === null ? "–" : amountText(expected, name, locale)}
                  </td>
                  <td className="r nw muted" data-label={t("known")}>
                    {t("knownOf", { known, count: commitments })}
                  </td>
                </tr>
              );
            })}
          </Table>
        ) : null}
      </div>
    );
  });
}
