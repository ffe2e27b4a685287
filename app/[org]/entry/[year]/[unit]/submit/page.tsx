import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Submit } from "@/components/approval/submit";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { coversOrgUnit } from "@/lib/access/model";
import { requireAccess } from "@/lib/access/page";
import { getApprovals } from "@/lib/approval/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getEntryYears } from "@/lib/value/overview/queries";
import { getEntrySheet } from "@/lib/value/sheet/queries";
import { byAnswer } from "@/lib/value/unusual/model";
import { getUnusualFigures } from "@/lib/value/unusual/queries";

type Props = { params: Promise<{ org: string; year: string; unit: string }> };

/** The title of the window: the year, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const year = yearFrom((await params).year);
  return { title: `${(await getTranslations("approval"))("crumb")} ${year ?? ""}` };
}

/** What an org unit can submit in a year; a contributor's own org units only. */
export default async function SubmitPage({ params }: Props) {
  const [{ org, year: text, unit }, locale, t, entry, shell] = await Promise.all([
    params,
    getLocale(),
    getTranslations("approval"),
    getTranslations("entry"),
    getTranslations("shell"),
  ]);
  const access = await requireAccess(org, "value.submit");
  const year = yearFrom(text) ?? notFound();
  const { id, slug, dataVersion } = access.organisation;
  const [sheet, years] = await Promise.all([getEntrySheet(id, dataVersion, year, unit, locale, 1), getEntryYears(id)]);
  if (!sheet || !coversOrgUnit(access, sheet.orgUnit.id)) notFound();
  const { orgUnit } = sheet;
  const [approvals, unusual] = await Promise.all([
    getApprovals(id, year, [orgUnit.id]),
    getUnusualFigures(id, year, [orgUnit.id], locale),
  ]);
  const path = `/${slug}/entry/${year}/${unit}`;
  return (
    <Frame
      access={access}
      place="entry"
      year={year}
      years={years}
      yearHref={(other) => `/${slug}/entry/${other}/${unit}`}
    >
      <Breadcrumbs
        label={shell("crumbs")}
        crumbs={[
          { label: entry("yearCrumb", { year }), href: `/${slug}/entry/${year}` },
          { label: orgUnit.name, href: path },
          { label: t("crumb") },
        ]}
      />
      <Submit
        org={slug}
        sheet={sheet}
        approvalOf={(kpiId) => approvals.get(`${kpiId} ${orgUnit.id}`) ?? null}
        odd={byAnswer(unusual).open}
        path={path}
      />
    </Frame>
  );
}
