import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import { agreementHref } from "@/lib/agreement/place/model";
import type { DueLine } from "@/lib/commitment/due/queries";
import type { Locale } from "@/lib/language/model";
import { dayText } from "./amount";
import { ExampleMark, StatusMark } from "./marks";

/** What is to be followed up, the longest due first. */
export function DueTable({ org, due, locale }: { org: string; due: DueLine[]; locale: Locale }) {
  const t = useTranslations("agreement");
  return (
    <Table
      label={t("view.due")}
      caption={t("view.due")}
      className="lines"
      columns={[
        t("due.commitment"),
        t("unit"),
        t("due.status"),
        overFigures(t("due.last")),
        overFigures(t("due.dueOn")),
      ]}
    >
      {due.map(({ id, text, orgUnit, period, status, followedUpOn, dueOn, isOverdue, isExample }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`${agreementHref(org, period, orgUnit.code)}/commitments/${id}`}>{text}</Link>
            {isExample ? <ExampleMark /> : null}
          </th>
          <td data-label={t("unit")}>{orgUnit.name}</td>
          <td data-label={t("due.status")}>
            <StatusMark status={status} />
          </td>
          <td className="r nw" data-label={t("due.last")}>
            {followedUpOn ? dayText(followedUpOn, locale) : t("due.never")}
          </td>
          <td className={isOverdue ? "r nw worse" : "r nw"} data-label={t("due.dueOn")}>
            {dayText(dueOn, locale)}
            {isOverdue ? ` ${t("due.overdue")}` : ""}
          </td>
        </tr>
      ))}
    </Table>
  );
}
