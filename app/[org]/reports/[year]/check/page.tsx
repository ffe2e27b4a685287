import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CheckList } from "@/components/report/check-list";
import { Frame } from "@/components/shell/frame";
import { requireYear } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getFindings } from "@/lib/report/check/queries";
import { getReport, listPeriods } from "@/lib/report/queries";

type Props = { params: Promise<{ org: string; year: string }> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : (await getTranslations("check"))("title", { year: String(year) }) };
}

/** What to look at before the report of a year is published. */
export default async function CheckPage({ params }: Props) {
  const [{ access, year }, locale] = await Promise.all([requireYear(params, "report.read"), getLocale()]);
  const { organisation, roles } = access;
  const [findings, report, periods] = await Promise.all([
    getFindings(organisation, year),
    getReport(organisation.id, year, locale),
    listPeriods(organisation.id),
  ]);
  if (!findings || !report) notFound();
  return (
    <Frame
      access={access}
      place="reports"
      year={year}
      years={periods}
      yearHref={(other) => `/${organisation.slug}/reports/${other}/check`}
    >
      <CheckList
        slug={organisation.slug}
        year={year}
        title={report.title}
        findings={findings}
        sections={Object.fromEntries(report.sections.map(({ code, title }) => [code, title]))}
        mayEdit={may(roles, "report.edit")}
      />
    </Frame>
  );
}
