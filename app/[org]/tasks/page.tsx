import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Notices } from "@/components/request/notices";
import { TaskGroupView } from "@/components/request/task-group";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { database } from "@/lib/database/client";
import { timeZone } from "@/lib/language/model";
import { listGivers } from "@/lib/request/giver/queries";
import { dayIn, isAnswered } from "@/lib/request/model";
import { getNotices } from "@/lib/request/notice/queries";
import { groupsOf } from "@/lib/request/task/model";
import { getTasks } from "@/lib/request/task/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import { formatDate } from "@/lib/number/format";
import "@/components/request/request.css";

/** Notices shown. */
const mostNotices = 10;

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("request.task"))("title") };
}

/** What is asked of whoever looks: what to give, by when, straight to the cells. */
export default async function TasksPage({ params }: { params: Promise<{ org: string }> }) {
  const [{ org }, locale, t, shell] = await Promise.all([
    params,
    getLocale(),
    getTranslations("request.task"),
    getTranslations("shell"),
  ]);
  const access = await requireAccess(org, "task.read");
  const { id, slug } = access.organisation;
  const [tasks, givers, notices, years] = await Promise.all([
    getTasks(id, access.user.id, access.orgUnitIds, locale),
    listGivers(database, id),
    getNotices(id, access.user.id, mostNotices),
    getEntryYears(id),
  ]);
  const groups = groupsOf(tasks, isAnswered);
  const open = groups.reduce((count, group) => count + group.open.length, 0);
  const first = groups.find((group) => group.open.length > 0);
  return (
    <Frame
      access={access}
      place="tasks"
      year={groups[0]?.year ?? years[0]?.year ?? new Date().getUTCFullYear()}
      years={years}
    >
      <div className="request">
        <Breadcrumbs label={shell("crumbs")} crumbs={[{ label: t("title") }]} />
        {groups.length === 0 ? (
          <>
            <h1>{t("title")}</h1>
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          </>
        ) : (
          <>
            <h1>{t("heading", { open })}</h1>
            {first ? (
              <p className="lead">
                {t("lead", { date: formatDate(new Date(`${first.dueOn}T12:00:00Z`), locale, "long") })}
              </p>
            ) : null}
            {groups.map((group) => (
              <TaskGroupView
                key={`${group.year} ${group.orgUnitId}`}
                group={group}
                slug={slug}
                today={dayIn(new Date(), timeZone)}
                others={givers.filter((one) => one.orgUnitId === group.orgUnitId && one.personId !== access.user.id)}
              />
            ))}
          </>
        )}
        <Notices notices={notices} />
      </div>
    </Frame>
  );
}
