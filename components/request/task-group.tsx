import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { answerWithoutFigure, passTasksOn } from "@/lib/request/actions";
import type { Giver } from "@/lib/request/giver/queries";
import type { Task, TaskGroup } from "@/lib/request/task/model";
import { Due } from "./due";

type Props = { group: TaskGroup; slug: string; today: string; others: Giver[] };

/** What is asked at one org unit in one year: the way to its sheet, each KPI with the way to its cell, and what else can be answered. */
export function TaskGroupView({ group, slug, today, others }: Props) {
  const t = useTranslations("request.task");
  const { orgUnit, year, open, answered, dueOn } = group;
  const sheet = `/${slug}/entry/${year}/${orgUnit.code}`;
  const title = `${orgUnit.name} ${year}`;
  return (
    <section className="request-group" aria-label={title}>
      <h2>
        {title} {open.length > 0 ? <Due day={dueOn} today={today} isDone={false} /> : null}
      </h2>
      <p className="btns">
        <Link className={open.length > 0 ? "btn main" : "btn"} href={`${sheet}?show=asked`}>
          {t("open")}
          <span className="vh"> {title}</span>
        </Link>
        {answered.length > 0 ? <span className="muted">{t("answered", { count: answered.length })}</span> : null}
      </p>
      {open.length === 0 ? null : (
        <>
          <Table
            label={title}
            className="request-tasks"
            columns={[t("kpi"), t("unitOfMeasure"), t("state"), t("noFigure")]}
          >
            {open.map((task) => (
              <TaskRow key={task.kpiId} {...{ task, slug, sheet }} />
            ))}
          </Table>
          <PassOn {...{ group, slug, others, title }} />
        </>
      )}
    </section>
  );
}

function TaskRow({ task, slug, sheet }: { task: Task; slug: string; sheet: string }) {
  const t = useTranslations("request.task");
  const common = useTranslations("request");
  const { kpiId, orgUnitId, year, code, name, unitOfMeasure, status, isReturned, version, passedOnBy } = task;
  return (
    <tr>
      <th scope="row">
        <Link href={`${sheet}/${code}`}>{name}</Link>
        {passedOnBy ? <small className="muted">{t("passedOnBy", { name: passedOnBy })}</small> : null}
      </th>
      <td className="muted">{unitOfMeasure}</td>
      <td data-label={t("state")}>{isReturned ? t("returned") : status === "pending" ? t("pending") : t("missing")}</td>
      <td>
        <details>
          <summary>
            {t("noFigure")}
            <span className="vh"> {name}</span>
          </summary>
          <ActionForm
            action={answerWithoutFigure}
            prefix={`none-${kpiId}-${orgUnitId}`}
            hidden={{ org: slug, orgUnitId, kpiId, year: String(year), seen: String(version) }}
            fields={[
              {
                kind: "select",
                name: "status",
                label: t("which"),
                choices: (["notMeasured", "notApplicable"] as const).map((value) => ({ value, label: t(value) })),
              },
              { kind: "area", name: "reason", label: t("why"), rows: 2 },
            ]}
            submit={{ label: t("save"), describe: t("noFigureOf", { name }), className: "btn" }}
            summary={common("summary")}
          />
        </details>
      </td>
    </tr>
  );
}

function PassOn({ group, slug, others, title }: Omit<Props, "today"> & { title: string }) {
  const t = useTranslations("request.task");
  const common = useTranslations("request");
  const { orgUnitId, year, open } = group;
  return (
    <details className="request-pass">
      <summary>{t("passOn")}</summary>
      {others.length === 0 ? (
        <p className="muted">{t("nobodyElse")}</p>
      ) : (
        <ActionForm
          action={passTasksOn}
          prefix={`pass-${orgUnitId}-${year}`}
          hidden={{ org: slug, orgUnitId, year: String(year) }}
          fields={[
            {
              kind: "many",
              name: "kpis",
              label: t("what"),
              choices: open.map(({ kpiId, name }) => ({ value: kpiId, label: name })),
              chosen: open.map(({ kpiId }) => kpiId),
            },
            {
              kind: "select",
              name: "personId",
              label: t("to"),
              choices: others.map(({ personId, name }) => ({ value: personId, label: name })),
            },
          ]}
          submit={{ label: t("passOnSubmit"), describe: t("passOnOf", { name: title }), className: "btn" }}
          summary={common("summary")}
          done={t("passedOn")}
        />
      )}
    </details>
  );
}
