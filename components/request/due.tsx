import { useLocale, useTranslations } from "next-intl";
import { daysUntil, dueStateOf } from "@/lib/request/model";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";

/** A day by which something is due, with how far it lies ahead or behind; settled: the day alone. */
export function Due({ day, today, isDone }: { day: string; today: string; isDone: boolean }) {
  const t = useTranslations("request.state");
  const locale = useLocale() as Locale;
  const state = dueStateOf(day, today);
  return (
    <span className="request-due">
      {formatDate(new Date(`${day}T12:00:00Z`), locale)}
      {isDone ? null : (
        <small className={state === "late" ? "worse" : state === "soon" ? "question" : "muted"}>
          {t(state, { days: Math.abs(daysUntil(day, today)) })}
        </small>
      )}
    </span>
  );
}
