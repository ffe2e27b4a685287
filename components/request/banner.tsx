import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { timeZone } from "@/lib/language/model";
import { dayIn, dueStateOf } from "@/lib/request/model";
import { countTasks } from "@/lib/request/task/queries";
import { formatDate } from "@/lib/number/format";
import "./request.css";

/** What whoever looks is asked for, in one line with the way there; nothing for whom nothing is asked of. */
export async function TaskBanner({ access }: { access: Access }) {
  if (!may(access.roles, "task.read")) return null;
  const tasks = await countTasks(access.organisation.id, access.user.id, access.orgUnitIds);
  if (!tasks) return null;
  const [t, locale] = await Promise.all([getTranslations("request.task"), getLocale()]);
  const isLate = dueStateOf(tasks.dueOn, dayIn(new Date(), timeZone)) === "late";
  const date = formatDate(new Date(`${tasks.dueOn}T12:00:00Z`), locale, "long");
  return (
    <p className={isLate ? "task-banner late" : "task-banner"}>
      {t("banner", { count: tasks.count, when: t(isLate ? "whenLate" : "whenAhead", { date }) })}{" "}
      <Link href={`/${access.organisation.slug}/tasks`}>{t("bannerLink")}</Link>
    </p>
  );
}
