import { useLocale, useTranslations } from "next-intl";
import { ProgressBar } from "@/components/entry/progress-bar";
import { ActionForm } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { remarkIn, type Locale } from "@/lib/language/model";
import { remindOf, withdrawRequestOf } from "@/lib/request/actions";
import { isDone } from "@/lib/request/model";
import { progressBy } from "@/lib/request/progress/model";
import type { RequestProgress, SentRequest } from "@/lib/request/progress/queries";
import { cellsOf } from "@/lib/value/overview/model";
import type { Progress } from "@/lib/value/sheet/model";
import { Due } from "./due";
import { ProgressTable } from "./progress-table";
import { formatDate, formatTime } from "@/lib/number/format";
import "@/components/entry/entry.css";
import "@/components/entry/sheet.css";

type Props = { slug: string; year: number; progress: RequestProgress; today: string; maySend: boolean };

/** The requests of a year and how far they have come: by request, person, org unit and pillar. */
export function RequestOverview({ slug, year, progress, today, maySend }: Props) {
  const t = useTranslations("request");
  const locale = useLocale() as Locale;
  const { requests, parts, people, orgUnits, pillars, told } = progress;
  const of = new Map(progressBy(parts, "requestId").map(({ id, progress: counts }) => [id, counts]));
  return (
    <>
      <h2>{t("requests")}</h2>
      <Table
        label={t("requests")}
        className="lines"
        columns={[t("sent"), t("due"), t("progress"), maySend && t("acts")]}
      >
        {requests.map((request) => (
          <SentRow key={request.id} {...{ request, slug, today, maySend }} counts={of.get(request.id)!} />
        ))}
      </Table>
      <ProgressTable
        caption={t("byPerson")}
        head={t("person")}
        more={t("told")}
        rows={progressBy(parts, "personId").map(({ id, progress: counts }) => ({
          id,
          name: people.get(id) ?? t("gone"),
          counts,
          more: told.has(id) ? formatDate(new Date(told.get(id)!), locale) : "",
        }))}
      />
      <ProgressTable
        caption={t("byOrgUnit")}
        head={t("orgUnit")}
        rows={progressBy(parts, "orgUnitId").map(({ id, progress: counts }) => ({
          id,
          name: <Link href={`/${slug}/entry/${year}/${orgUnits.get(id)!.code}`}>{orgUnits.get(id)!.name}</Link>,
          counts,
        }))}
      />
      <ProgressTable
        caption={t("byPillar")}
        head={t("pillar")}
        rows={progressBy(parts, "pillar").map(({ id, progress: counts }) => ({
          id,
          name: pillars.get(id) ?? t("base"),
          counts,
        }))}
      />
    </>
  );
}

type RowProps = { request: SentRequest; counts: Progress; slug: string; today: string; maySend: boolean };

function SentRow({ request: { id, sentAt, by, message, dueOn }, counts, slug, today, maySend }: RowProps) {
  const t = useTranslations("request");
  const locale = useLocale() as Locale;
  const date = `${formatDate(new Date(sentAt), locale)} ${formatTime(new Date(sentAt), locale)}`;
  const hidden = { org: slug, id };
  return (
    <tr>
      <th scope="row">
        {by ? t("sentBy", { date, name: by }) : t("sentByNobody", { date })}
        {message ? <small>{remarkIn(message, locale)}</small> : null}
      </th>
      <td data-label={t("due")}>
        <Due day={dueOn} today={today} isDone={isDone(counts)} />
      </td>
      <td data-label={t("progress")}>
        <ProgressBar progress={counts} />
        <small className="muted">
          {counts.filled} / {cellsOf(counts)}
        </small>
      </td>
      {maySend ? (
        <td className="inline-form">
          {isDone(counts) ? null : (
            <ActionForm
              action={remindOf}
              hidden={hidden}
              fields={[]}
              submit={{ label: t("remind"), describe: t("remindDescribe", { date }), className: "btn" }}
              summary={t("summary")}
              done={t("reminded")}
            />
          )}
          <ActionForm
            action={withdrawRequestOf}
            hidden={hidden}
            fields={[]}
            submit={{ label: t("withdraw"), describe: t("withdrawDescribe", { date }), className: "btn" }}
            summary={t("summary")}
          />
        </td>
      ) : null}
    </tr>
  );
}
