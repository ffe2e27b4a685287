import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { acceptedEndings } from "@/lib/evidence/model";
import type { FollowUpFileView } from "@/lib/commitment/follow-up/file/model";
import { formatDecimal } from "@/lib/number/format";
import type { Locale } from "@/lib/language/model";

/** The files that back a follow-up, to save. */
export function FollowUpFiles({ org, files, locale }: { org: string; files: FollowUpFileView[]; locale: Locale }) {
  const t = useTranslations("agreement.followUp");
  if (files.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={t("files")}>
      {files.map(({ id, name, size, sha256 }) => (
        <li key={id}>
          <a href={`/${org}/agreements/files/${id}`} download={name}>
            {name}
          </a>{" "}
          <small className="muted">
            {t("fileSize", { size: formatDecimal(String(Math.max(1, Math.round(size / 1000))), locale) })} · SHA-256{" "}
            <code lang="zxx">{sha256.slice(0, 12)}…</code>
          </small>
        </li>
      ))}
    </ul>
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
