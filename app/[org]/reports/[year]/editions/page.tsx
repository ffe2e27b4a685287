import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Editions } from "@/components/edition/editions";
import { Frame } from "@/components/shell/frame";
import { appOrigin } from "@/lib/access/origin";
import { requireYear } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getStanding } from "@/lib/edition/queries";
import { getReport, listPeriods } from "@/lib/report/queries";

type Props = { params: Promise<{ org: string; year: string }> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : (await getTranslations("edition"))("title", { year: String(year) }) };
}

/** How far the report of a year has come, and its editions. */
export default async function EditionsPage({ params }: Props) {
  const [{ access, year }, locale] = await Promise.all([requireYear(params, "report.read"), getLocale()]);
  const { organisation, roles } = access;
  const [report, periods] = await Promise.all([getReport(organisation.id, year, locale), listPeriods(organisation.id)]);
  const standing = report && (await getStanding(organisation, year));
  if (!report || !standing) notFound();
  return (
    <Frame
      access={access}
      place="reports"
      year={year}
      years={periods}
      yearHref={(other) => `/${organisation.slug}/reports/${other}/editions`}
    >
      <Editions
        slug={organisation.slug}
        year={year}
        title={report.title}
        standing={standing}
        mayPublish={may(roles, "report.publish")}
        publicAddress={`${appOrigin()}/published/${organisation.slug}/${year}`}
      />
    </Frame>
  );
}
