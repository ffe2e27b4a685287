import { useLocale, useTranslations } from "next-intl";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { NoticeView } from "@/lib/request/notice/queries";
import { formatDate, formatTime } from "@/lib/number/format";

/** What somebody was told of requests, the newest first. */
export function Notices({ notices }: { notices: NoticeView[] }) {
  const t = useTranslations("request.task");
  const locale = useLocale() as Locale;
  if (notices.length === 0) return null;
  return (
    <section>
      <h2>{t("notices")}</h2>
      <ul className="request-notices">
        {notices.map(({ id, kind, year, by, message, at }) => (
          <li key={id}>
            <time dateTime={at} className="muted">
              {`${formatDate(new Date(at), locale)} ${formatTime(new Date(at), locale)}`}
            </time>
            <span>
              {t(`notice.${kind}`, { name: by || t("somebody"), year })}
              {message && kind === "asked" ? <q>{remarkIn(message, locale)}</q> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
