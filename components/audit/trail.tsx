import { knownMessage } from "@/lib/language/saying/model";
import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { overFigures, Table } from "@/components/ui/table";
import { auditQuery, type AuditFilter, type AuditLine } from "@/lib/audit/model";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";

type Props = { slug: string; filter: AuditFilter; lines: AuditLine[]; hasMore: boolean };

/** The lines found, newest first, with the way to older ones and to the files. */
export function AuditTrail({ slug, filter, lines, hasMore }: Props) {
  const t = useTranslations("audit");
  const here = `/${slug}/audit`;
  const older = auditQuery({ ...filter, before: Number(lines.at(-1)?.sequence ?? 0) });
  return (
    <>
      {lines.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <Table
          label={t("title")}
          className="audit lines"
          columns={[overFigures(t("number")), t("at"), t("who"), t("what"), t("doorHead")]}
        >
          {lines.map((line) => (
            <Line key={line.sequence} line={line} />
          ))}
        </Table>
      )}
      <p className="btns">
        {hasMore ? (
          <a className="btn" href={`${here}?${older}`}>
            {t("older")}
          </a>
        ) : null}
        <a className="act" href={`${here}/csv?${auditQuery({ ...filter, before: null })}`}>
          {t("csv")}
        </a>
        <a className="act" href={`${here}/chain`}>
          {t("chain")}
        </a>
      </p>
      <p className="muted">{t("verify")}</p>
    </>
  );
}

function Line({ line }: { line: AuditLine }) {
  const t = useTranslations("audit");
  const locale = useLocale() as Locale;
  return (
    <tr id={`link-${line.sequence}`}>
      <td className="r" data-label={t("number")}>
        {line.sequence}
      </td>
      <td data-label={t("at")}>
        <time dateTime={line.at}>
          {`${formatDate(new Date(line.at), locale)} ${formatTime(new Date(line.at), locale, "seconds")}`}
        </time>
      </td>
      <td data-label={t("who")}>{line.actor ?? t("nobody")}</td>
      <th scope="row">
        {knownMessage(t, `act.${line.action}`) ?? <code lang="zxx">{line.action}</code>}
        {line.subject ? <span className="muted"> {line.subject}</span> : null}
        <details>
          <summary>{t("detail")}</summary>
          {line.detail === "{}" ? null : <code lang="zxx">{line.detail}</code>}
          <p className="muted">
            SHA-256 <code>{line.hash}</code>
          </p>
        </details>
      </th>
      <td data-label={t("doorHead")}>{knownMessage(t, `door.${line.door}`) ?? line.door}</td>
    </tr>
  );
}
