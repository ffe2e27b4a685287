import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Composer } from "@/components/composer/composer";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { placeIn, type Query } from "@/lib/report/composition/place/model";
import { getOwnLatestChange, listOrderChanges } from "@/lib/report/composition/order/queries";
import { listRemoved } from "@/lib/report/composition/removed/queries";
import { listRevisions } from "@/lib/report/history/queries";
import { listTitleChanges } from "@/lib/report/history/title/queries";
import { holderOf } from "@/lib/report/hold/model";
import { listHolds } from "@/lib/report/hold/queries";
import { readBlock } from "@/lib/report/hold/reading/queries";
import { getToExplain } from "@/lib/restatement/explanation/queries";
import { getPickable } from "@/lib/report/reference/menu/queries";
import { getChoices } from "@/lib/report/settings/queries";
import { getEditableReport, listPeriods } from "@/lib/report/queries";

type Props = { params: Promise<{ org: string; year: string }>; searchParams: Promise<Query> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: year === null ? undefined : (await getTranslations("report"))("editor.title", { title: year }) };
}

/** The report's tree, and one part of it to edit: a block, a section, or its title. */
export default async function EditReportPage({ params, searchParams }: Props) {
  const [{ org, year: text }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const { organisation, ...person } = await requireAccess(org, "report.edit");
  const year = yearFrom(text) ?? notFound();
  const [report, periods, toExplain, pickable, choices, holds, removed, latestChange] = await Promise.all([
    getEditableReport(organisation.id, year),
    listPeriods(organisation.id),
    getToExplain(organisation.id, year, locale),
    getPickable(organisation, year, locale),
    getChoices(organisation, year, locale),
    listHolds(organisation.id, year, person.user.id),
    listRemoved(organisation.id, year),
    getOwnLatestChange(organisation.id, year, person.user.id),
  ]);
  if (!report) notFound();
  const place = placeIn(report, query) ?? notFound();
  const [revisions, titleChanges, orderChanges, reading] = await Promise.all([
    place.at === "history" ? listRevisions(organisation.id, year, place.block.id) : [],
    place.at === "titles" ? listTitleChanges(organisation.id, year, place.section.code) : [],
    place.at === "order" ? listOrderChanges(organisation.id, year, person.user.id) : [],
    place.at === "block" && holderOf(place.block.id, holds) ? readBlock(organisation, year, place.block) : null,
  ]);
  return (
    <Frame
      access={{ organisation, ...person }}
      place="reports"
      year={year}
      years={periods}
      wide
      yearHref={(other) => `/${organisation.slug}/reports/${other}`}
    >
      <Composer
        slug={organisation.slug}
        title={locale === "da" ? report.titleDa : report.titleEn}
        {...{ report, place, holds, reading, removed, revisions, titleChanges, orderChanges, latestChange }}
        {...{ toExplain, pickable, choices }}
        writer={{ id: person.user.id, email: person.user.email }}
        dataVersion={organisation.dataVersion}
        languages={report.languages}
      />
    </Frame>
  );
}
