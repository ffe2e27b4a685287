import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ReviewPage } from "@/components/review/review-page";
import { Frame } from "@/components/shell/frame";
import { requireYear } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getReview } from "@/lib/review/queries";
import { reviewFilterSchema } from "@/lib/review/schema";
import { getEntryYears } from "@/lib/value/overview/queries";

type Props = {
  params: Promise<{ org: string; year: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Values of a group shown at once, and when all are asked for. */
const MOST = 25;
const ALL = 500;

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title", { year: yearFrom((await params).year) ?? "" }) };
}

/** The review of a year, narrowed by `?unit=`, `?pillar=` and `?state=`; `?all=1` shows more of each group. */
export default async function ReviewYearPage({ params, searchParams }: Props) {
  const [{ access, year }, query, locale] = await Promise.all([
    requireYear(params, "review.read"),
    searchParams,
    getLocale(),
  ]);
  const filter = reviewFilterSchema.parse(query);
  const [review, years] = await Promise.all([
    getReview(access, year, locale, filter, query.all === "1" ? ALL : MOST),
    getEntryYears(access.organisation.id),
  ]);
  return (
    <Frame access={access} place="review" year={year} years={years}>
      <ReviewPage review={review ?? notFound()} filter={filter} access={access} locale={locale} />
    </Frame>
  );
}
