import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { dayText } from "@/components/agreement/amount";
import { AgreementFrame, spoken } from "@/components/agreement/frame";
import { Matrix, StatusKey } from "@/components/agreement/matrix";
import { PeriodLinks, ExportLinks } from "@/components/agreement/period-links";
import { requireAccess } from "@/lib/access/page";
import { countSigned } from "@/lib/agreement/matrix/model";
import { getMatrix, getMinima } from "@/lib/agreement/matrix/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { today } from "@/lib/agreement/period/queries";
import { getStrategy } from "@/lib/strategy/queries";

type Props = { params: Promise<{ org: string; period: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations("agreement"))("title")} ${spoken((await params).period)}` };
}

/** The agreements of a period: org units by tracks, with the state of each. */
export default async function PeriodPage({ params }: Props) {
  const { org, period: code } = await params;
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const [{ periods, period }, strategy] = await Promise.all([getPeriodPage(id, code, locale), getStrategy(id, locale)]);
  if (!period) notFound();
  const [rows, minima] = await Promise.all([getMatrix(id, period.id, today()), getMinima(id, period.id)]);
  return (
    <AgreementFrame
      access={access}
      view="units"
      period={period}
      tools={<ExportLinks org={slug} period={period.code} />}
    >
      <header className="period-head">
        <h1>{t("signedOf", { signed: countSigned(rows), count: rows.length })}</h1>
        <p className="lead">
          {strategy.name ? `${strategy.name} · ` : ""}
          {t("periodDays", { from: dayText(period.from, locale, "long"), to: dayText(period.to, locale, "long") })}
          {period.note ? ` · ${period.note}` : ""}
        </p>
        <PeriodLinks org={slug} periods={periods} current={period.code} />
      </header>
      <Matrix org={slug} period={period.code} rows={rows} tracks={strategy.tracks} minima={minima} />
      <StatusKey />
    </AgreementFrame>
  );
}
