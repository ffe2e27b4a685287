import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Choices } from "@/components/request/choices";
import { RequestFrame } from "@/components/request/frame";
import { ActionForm } from "@/components/session/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { sendRequestOf } from "@/lib/request/actions";
import { getRequestChoices } from "@/lib/request/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import { isOpenForEntry } from "@/lib/value/sheet/model";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ year?: string | string[] }> };

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("request"))("new") };
}

/** A new request for a year that is open: which KPIs, which org units, who, by when. */
export default async function NewRequestPage({ params, searchParams }: Props) {
  const [{ org }, { year: asked }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("request"),
  ]);
  const access = await requireAccess(org, "request.send");
  const { id, slug } = access.organisation;
  const years = await getEntryYears(id);
  const open = years.filter(({ state }) => isOpenForEntry(state));
  const wanted = asked === undefined ? open[0]?.year : yearFrom(String(asked));
  const { year } = open.find((period) => period.year === wanted) ?? notFound();
  const choices = await getRequestChoices(id, year, locale);
  return (
    <RequestFrame
      {...{ access, year, years }}
      crumbs={[{ label: t("crumb"), href: `/${slug}/requests?year=${year}` }, { label: t("new") }]}
    >
      <h1>{t("form.title", { year })}</h1>
      {choices.orgUnits.length === 0 ? (
        <EmptyState title={t("form.nothing", { year })}>{t("form.nothingText")}</EmptyState>
      ) : (
        <>
          <p className="lead">{t("form.lead")}</p>
          <ActionForm
            action={sendRequestOf}
            hidden={{ org: slug, year: String(year) }}
            fields={[
              { kind: "text", name: "dueOn", type: "date", label: t("form.due"), value: choices.dueOn ?? undefined },
              { kind: "area", name: "message", label: t("form.message"), hint: t("form.messageHint"), rows: 3 },
            ]}
            submit={{ label: t("form.send") }}
            summary={t("summary")}
          >
            <Choices {...choices} />
          </ActionForm>
        </>
      )}
    </RequestFrame>
  );
}
