import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ReportEditor } from "@/components/report/editor";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getToExplain } from "@/lib/restatement/explanation/queries";
import { getPickable } from "@/lib/report/reference/menu/queries";
import { getChoices } from "@/lib/report/settings/queries";
import { getEditableReport, listPeriods } from "@/lib/report/queries";

type Props = { params: Promise<{ org: string; year: string }> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : (await getTranslations("report"))("editor.title", { title: year }) };
}

/** The report's words, to edit. */
export default async function EditReportPage({ params }: Props) {
  const [{ org, year: text }, locale] = await Promise.all([params, getLocale()]);
  const { organisation, ...person } = await requireAccess(org, "report.edit");
  const year = yearFrom(text) ?? notFound();
  const [report, periods, toExplain, pickable, choices] = await Promise.all([
    getEditableReport(organisation.id, year),
    listPeriods(organisation.id),
    getToExplain(organisation.id, year, locale),
    getPickable(organisation, year, locale),
    getChoices(organisation, year, locale),
  ]);
  if (!report) notFound();
  return (
    <Frame
      access={{ organisation, ...person }}
      place="reports"
      year={year}
      years={periods}
      yearHref={(other) => `/${organisation.slug}/reports/${other}`}
    >
      <ReportEditor
        slug={organisation.slug}
        report={report}
        toExplain={toExplain}
        pickable={pickable}
        choices={choices}
        writer={{ id: person.user.id, email: person.user.email }}
        title={locale === "da" ? report.titleDa : report.titleEn}
      />
    </Frame>
  );
}
