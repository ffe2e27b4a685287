import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { dayText } from "@/components/agreement/amount";
import { AgreementFrame, spoken } from "@/components/agreement/frame";
import { ListPager, ListSearch } from "@/components/agreement/list";
import { Matrix, StatusKey } from "@/components/agreement/matrix";
import { PeriodLinks, ExportLinks } from "@/components/agreement/period-links";
import { requireAccess } from "@/lib/access/page";
import { isNamed } from "@/lib/agreement/list/model";
import { getListed } from "@/lib/agreement/list/queries";
import { listFilterSchema } from "@/lib/agreement/list/schema";
import { countSigned } from "@/lib/agreement/matrix/model";
import { getMatrix, getMinima } from "@/lib/agreement/matrix/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { today } from "@/lib/agreement/period/queries";
import { linesOf, pageOf } from "@/lib/paging/model";
import { getStrategy } from "@/lib/strategy/queries";

type Props = {
  params: Promise<{ org: string; period: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Org units on one page. */
const PAGE = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations("agreement"))("title")} ${spoken((await params).period)}` };
}

/** The agreements of a period: org units by tracks, with the state of each; narrowed by `?unit=` and `?state=`. */
export default async function PeriodPage({ params, searchParams }: Props) {
  const [{ org, period: code }, query] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const [{ periods, period }, strategy] = await Promise.all([getPeriodPage(id, code, locale), getStrategy(id, locale)]);
  if (!period) notFound();
  const { unit, state, page } = listFilterSchema.parse(query);
  const [all, minima] = await Promise.all([getListed(id, period.id), getMinima(id, period.id)]);
  const listed = all.filter((one) => isNamed(one.name, unit) && (state === null || one.state === state));
  const paged = pageOf(listed.length, page, PAGE);
  const shown = linesOf(listed, paged).map(({ id: agreement }) => agreement);
  const rows = await getMatrix(id, period.id, today(), shown);
  const here = `/${slug}/agreements/${period.code}`;
  return (
    <AgreementFrame
      access={access}
      view="units"
      period={period}
      tools={<ExportLinks org={slug} period={period.code} />}
    >
      <header>
        <h1>{t("signedOf", { signed: countSigned(all), count: all.length })}</h1>
        <p className="lead">
          {strategy.name ? `${strategy.name} · ` : ""}
          {t("periodDays", { from: dayText(period.from, locale, "long"), to: dayText(period.to, locale, "long") })}
          {period.note ? ` · ${period.note}` : ""}
        </p>
        <PeriodLinks org={slug} periods={periods} current={period.code} />
      </header>
      <ListSearch path={here} narrowed={{ unit, state }} count={all.length} size={PAGE} found={listed.length} />
      <Matrix org={slug} period={period.code} rows={rows} tracks={strategy.tracks} minima={minima} />
      <ListPager path={here} narrowed={{ unit, state }} paged={paged} />
      <StatusKey />
    </AgreementFrame>
  );
}
