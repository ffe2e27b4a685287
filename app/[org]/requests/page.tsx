import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AssuranceBanner } from "@/components/assurance/banner";
import { RequestFrame } from "@/components/request/frame";
import { RequestOverview } from "@/components/request/overview";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { yearFrom } from "@/lib/dashboard/year/model";
import { timeZone } from "@/lib/language/model";
import { mailIsOn } from "@/lib/operation/mail";
import { dayIn } from "@/lib/request/model";
import { progressOfAll } from "@/lib/request/progress/model";
import { getRequestProgress } from "@/lib/request/progress/queries";
import { cellsOf } from "@/lib/value/overview/model";
import { getEntryYears } from "@/lib/value/overview/queries";
import { isOpenForEntry } from "@/lib/value/sheet/model";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ year?: string | string[] }> };

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("request"))("title") };
}

/** What was asked of whom in a year (`?year=`, else the newest that is open), and how far it has come. */
export default async function RequestsPage({ params, searchParams }: Props) {
  const [{ org }, { year: asked }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("request"),
  ]);
  const access = await requireAccess(org, "request.read");
  const { id, slug } = access.organisation;
  const years = await getEntryYears(id);
  const open = years.find(({ state }) => isOpenForEntry(state)) ?? years[0];
  const year = asked === undefined ? open?.year : (yearFrom(String(asked)) ?? notFound());
  const maySend = may(access.roles, "request.send");
  if (year === undefined)
    return (
      <RequestFrame access={access} year={new Date().getUTCFullYear()} years={years} crumbs={[{ label: t("crumb") }]}>
        <h1>{t("title")}</h1>
        <EmptyState title={t("noYears")}>{t("noYearsText")}</EmptyState>
      </RequestFrame>
    );
  const period = years.find((one) => one.year === year) ?? notFound();
  const progress = await getRequestProgress(id, year, locale);
  const all = progressOfAll(progress.parts);
  const ask = maySend && isOpenForEntry(period.state) && (
    <p className="btns">
      <a className="btn main" href={`/${slug}/requests/new?year=${year}`}>
        {t("new")}
      </a>
    </p>
  );
  return (
    <RequestFrame access={access} year={year} years={years} crumbs={[{ label: t("crumb") }]}>
      <AssuranceBanner access={access} />
      {progress.requests.length === 0 ? (
        <>
          <h1>{t("title")}</h1>
          <EmptyState title={t("empty", { year })} action={ask}>
            {t("emptyText")}
          </EmptyState>
        </>
      ) : (
        <>
          <h1>{t("heading", { open: all.pending + all.missing, year })}</h1>
          <p className="lead">{t("lead", { filled: all.filled, all: cellsOf(all), pending: all.pending })}</p>
          {ask}
          <RequestOverview {...{ slug, year, progress, maySend }} today={dayIn(new Date(), timeZone)} />
        </>
      )}
      <p className="notes">{mailIsOn() ? t("mailOn") : t("mailOff")}</p>
    </RequestFrame>
  );
}
