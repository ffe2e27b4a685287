import { useFormatter, useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import { ActionForm, type FormField } from "@/components/session/action-form";
import { stepYear } from "@/lib/setup/period/actions";
import { financialYear } from "@/lib/setup/organisation/model";
import { stepsFrom } from "@/lib/setup/period/model";
import type { Period } from "@/lib/setup/period/queries";

/** First and last day of a year that is not the calendar's. */
function Days({ from, to }: { from: string; to: string }) {
  const format = useFormatter();
  const day = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium" });
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
  return (
    <Table
      label={t("part.periods")}
      columns={[t("year"), t("period.state"), t("period.dueOn"), overFigures(t("values")), t("period.steps")]}
    >
      {periods.map(({ year, state, dueOn, values }) => (
        <tr key={year}>
          <th scope="row">
            {year}
            {begins === 1 ? null : <Days {...financialYear(year, begins)} />}
          </th>
          <td>{common(`periodState.${state}`)}</td>
          <td>{dueOn ? format.dateTime(new Date(dueOn), { dateStyle: "medium" }) : ""}</td>
          <td className="r">{format.number(values)}</td>
          <td className="inline-form">
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
