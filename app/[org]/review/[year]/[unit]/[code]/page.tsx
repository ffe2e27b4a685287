import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LineagePanel } from "@/components/lineage/panel";
import { Card } from "@/components/review/card";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requireAccess } from "@/lib/access/page";
import { Refusal } from "@/lib/access/refusal";
import { yearFrom } from "@/lib/dashboard/year/model";
import { reviewGroups } from "@/lib/review/model";
import { getReview } from "@/lib/review/queries";
import { getBeside, requireCell } from "@/lib/value/beside/queries";
import { getEntryYears } from "@/lib/value/overview/queries";

type Props = {
  params: Promise<{ org: string; year: string; unit: string; code: string }>;
  searchParams: Promise<{ panel?: string | string[] }>;
};

/** The title of the window: the place in the address, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, code } = await params;
  return { title: `${code} · ${(await getTranslations("review"))("title", { year: yearFrom(year) ?? "" })}` };
}

/** One value under review; `?panel` for the panel of the list. */
export default async function ReviewValuePage({ params, searchParams }: Props) {
  const [{ org, year: text, unit, code }, { panel }, locale, t, shell] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("review"),
    getTranslations("shell"),
  ]);
  const access = await requireAccess(org, "review.read");
  const year = yearFrom(text) ?? notFound();
  const { id, slug } = access.organisation;
  const cell = await requireCell(access, { year, unit, code }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  const [review, beside, years] = await Promise.all([
    getReview(access, year, locale, { unit, pillar: null, state: null }, Infinity),
    getBeside(access, cell),
    getEntryYears(id),
  ]);
  const item = reviewGroups
    .flatMap((group) => review?.groups[group].items ?? [])
    .find(({ kpi }) => kpi.id === cell.kpiId);
  if (!item) notFound();
  return (
    <Frame access={access} place="review" year={year} years={years}>
      <Breadcrumbs
        label={shell("crumbs")}
        crumbs={[
          { label: t("crumb"), href: `/${slug}/review/${year}` },
          { label: item.orgUnit.name, href: `/${slug}/review/${year}?unit=${unit}` },
          { label: item.kpi.name },
        ]}
      />
      <Card item={item} beside={beside} year={year} slug={slug} locale={locale} isPanel={panel !== undefined} />
      <LineagePanel />
    </Frame>
  );
}
