import { useFormatter, useLocale, useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import { ActionForm, type FormField } from "@/components/session/action-form";
import { stepYear } from "@/lib/setup/period/actions";
import { financialYear } from "@/lib/setup/organisation/model";
import { stepsFrom } from "@/lib/setup/period/model";
import type { Period } from "@/lib/setup/period/queries";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";

/** First and last day of a year that is not the calendar's. */
function Days({ from, to }: { from: string; to: string }) {
  const locale = useLocale() as Locale;
  const day = (iso: string) => formatDate(new Date(iso), locale);
  return (
    <small className="muted">
      {" "}
      {day(from)} – {day(to)}
    </small>
  );
}

/** Reporting years with their state and the steps they can take; a step back asks for its reason. */
export function PeriodTable({ slug, periods, begins }: { slug: string; periods: Period[]; begins: number }) {
  const t = useTranslations("setup");
  const common = useTranslations("common");
  const format = useFormatter();
  const locale = useLocale() as Locale;
  return (
    <Table
      label={t("part.periods")}
      className="lines"
      columns={[t("year"), t("period.state"), t("period.dueOn"), overFigures(t("values")), t("period.steps")]}
    >
      {periods.map(({ year, state, dueOn, values }) => (
        <tr key={year}>
          <th scope="row">
            {year}
            {begins === 1 ? null : <Days {...financialYear(year, begins)} />}
          </th>
          <td data-label={t("period.state")}>{common(`periodState.${state}`)}</td>
          <td data-label={t("period.dueOn")}>{dueOn ? formatDate(new Date(dueOn), locale) : ""}</td>
          <td className="r" data-label={t("values")}>
            {format.number(values)}
          </td>
          <td className="inline-form" data-label={t("period.steps")}>
            {state === "published" ? t("period.publishedStays") : null}
            {stepsFrom(state).map(({ to, needsReason }) => {
              const reason: FormField[] = needsReason
                ? [{ kind: "text", name: "reason", label: t("period.reason", { year }) }]
                : [];
              const label = t(`period.to.${to}`);
              return (
                <ActionForm
                  key={to}
                  action={stepYear}
                  hidden={{ org: slug, year: String(year), to }}
                  fields={reason}
                  submit={{ label, describe: `${label} ${year}`, className: "btn" }}
                  summary={t("summary")}
                />
              );
            })}
          </td>
        </tr>
      ))}
    </Table>
  );
}
