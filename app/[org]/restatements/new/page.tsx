import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RestatementsFrame } from "@/components/restatement/frame";
import { NewRestatement } from "@/components/restatement/new-restatement";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getRestatable } from "@/lib/restatement/preview/queries";

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("restatement"))("new.title") };
}

/** Restating one value of a published year: the new figure, the reason, and what follows from it. */
export default async function NewRestatementPage({ params, searchParams }: Props) {
  const [{ org }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("restatement"),
  ]);
  const access = await requireAccess(org, "value.restate");
  const { kpi, unit = null } = query;
  const year = yearFrom(query.year);
  if (typeof kpi !== "string" || Array.isArray(unit) || year === null) notFound();
  const cell = await getRestatable(access.organisation.id, { kpi, unit, year }, locale);
  return (
    <RestatementsFrame access={access} crumbs={[{ label: t("new.title") }]}>
      <NewRestatement cell={cell ?? notFound()} org={access.organisation.slug} locale={locale} />
    </RestatementsFrame>
  );
}
