import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SheetPage } from "@/components/entry/sheet-page";
import { ImportLinks } from "@/components/import/links";
import { Frame } from "@/components/shell/frame";
import { coversOrgUnit } from "@/lib/access/model";
import { requireAccess } from "@/lib/access/page";
import { getApprovals } from "@/lib/approval/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getAskedKpis } from "@/lib/request/task/queries";
import { hiddenFrom } from "@/lib/suppression/queries";
import { getBesideCounts } from "@/lib/value/beside/queries";
import { getEntryOverview, getEntryYears } from "@/lib/value/overview/queries";
import { filterFrom } from "@/lib/value/filter/model";
import { spanFrom } from "@/lib/value/sheet/model";
import { withoutHidden } from "@/lib/value/sheet/hiding/model";
import { getEntrySheet } from "@/lib/value/sheet/queries";

type Props = {
  params: Promise<{ org: string; year: string; unit: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The title of the window: the place in the address, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year } = await params;
  return { title: (await getTranslations("entry"))("title", { year: yearFrom(year) ?? "" }) };
}

/** The entry sheet of an org unit in a year, or (`?years=5`) in several beside each other; a contributor's own org units only. */
export default async function EntrySheetPage({ params, searchParams }: Props) {
  const [{ org, year: text, unit }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "entry.read");
  const year = yearFrom(text) ?? notFound();
  const { id, slug, dataVersion } = access.organisation;
  const [full, overview, years, counts, requested, isHidden] = await Promise.all([
    getEntrySheet(id, dataVersion, year, unit, locale, spanFrom(query.years)),
    getEntryOverview(id, dataVersion, year, access.orgUnitIds, locale),
    getEntryYears(id),
    getBesideCounts(id, year, access.orgUnitIds),
    getAskedKpis(id, access.user.id, unit, year),
    hiddenFrom(access, year),
  ]);
  if (!full || !overview || !coversOrgUnit(access, full.orgUnit.id)) notFound();
  const sheet = withoutHidden(full, isHidden);
  return (
    <Frame
      access={access}
      place="entry"
      year={year}
      years={years}
      yearHref={(other) =>
        `/${slug}/entry/${other}/${unit}${sheet.years.length > 1 ? `?years=${sheet.years.length}` : ""}`
      }
      wide
    >
      <SheetPage
        sheet={sheet}
        orgUnits={overview.orgUnits}
        counts={counts.filter((one) => !isHidden({ ...one, year }))}
        requested={requested}
        approvals={await getApprovals(id, year, [sheet.orgUnit.id])}
        access={access}
        locale={locale}
        filter={filterFrom(query)}
      />
      <ImportLinks access={access} year={year} unit={unit} />
    </Frame>
  );
}
