import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { Field } from "@/components/ui/field";
import { acceptedEndings } from "@/lib/evidence/model";
import { takeBackFollowUpFile } from "@/lib/commitment/follow-up/file/actions";
import type { FollowUpFileView } from "@/lib/commitment/follow-up/file/model";
import { formatDecimal } from "@/lib/number/format";
import type { Locale } from "@/lib/language/model";
import { dayText } from "./amount";

type FilesProps = { org: string; files: FollowUpFileView[]; mayWithdraw: boolean; locale: Locale };

/** The files that back a follow-up, to save; those taken back stay to be seen. */
export function FollowUpFiles({ org, files, mayWithdraw, locale }: FilesProps) {
  const t = useTranslations("agreement.followUp");
  const former = useTranslations("agreement")("formerPerson");
  if (files.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={t("files")}>
      {files.map(({ id, name, size, sha256, withdrawn }) => (
        <li key={id} className={withdrawn ? "is-withdrawn" : undefined}>
          <a href={`/${org}/agreements/files/${id}`} download={name}>
            {name}
          </a>{" "}
          <small className="muted">
            {t("fileSize", { size: formatDecimal(String(Math.max(1, Math.round(size / 1000))), locale) })} · SHA-256{" "}
            <code lang="zxx">{sha256.slice(0, 12)}…</code>
          </small>
          {withdrawn ? (
            <p className="muted">
              {t("withdrawn", {
                day: dayText(withdrawn.on, locale),
                who: withdrawn.by ?? former,
                reason: withdrawn.reason,
              })}
            </p>
          ) : null}
          {mayWithdraw && !withdrawn ? <WithdrawFile org={org} id={id} name={name} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** Taking a file back, with a reason. */
function WithdrawFile({ org, id, name }: { org: string; id: string; name: string }) {
  const t = useTranslations("agreement.followUp");
  return (
    <details>
      <summary aria-label={t("withdrawOf", { name })}>{t("withdraw")}</summary>
      <ActionForm
        action={takeBackFollowUpFile}
        prefix={`withdraw-${id}`}
        fields={[{ kind: "text", name: "reason", label: t("withdrawReason"), autoComplete: "off" }]}
        hidden={{ org, id }}
        submit={{ label: t("withdraw"), describe: t("withdrawOf", { name }), className: "btn danger" }}
        summary={useTranslations("agreement")("refused")}
      />
    </details>
  );
}

/** Attaching a file to a follow-up: a form that needs no script. */
export function AttachFile({ action, followUpId, day }: { action: string; followUpId: string; day: string }) {
  const t = useTranslations("agreement.followUp");
  return (
    <details>
      <summary>
        {t("attach")}
        <span className="vh"> {day}</span>
      </summary>
      <form className="form" method="post" action={action} encType="multipart/form-data">
        <input type="hidden" name="followUp" value={followUpId} />
        <Field name="file" id={`file-${followUpId}`} label={t("file")} hint={t("fileHint")}>
          {(control) => <input type="file" required accept={acceptedEndings} {...control} />}
        </Field>
        <button className="btn">{t("send")}</button>
      </form>
    </details>
  );
}
