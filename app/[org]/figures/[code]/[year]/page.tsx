import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { FigurePage } from "@/components/lineage/figure-page";
import { Frame } from "@/components/shell/frame";
import { coversOrgUnit } from "@/lib/access/model";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getLineage } from "@/lib/lineage/queries";
import { listPeriods } from "@/lib/report/queries";
import { hiddenFrom } from "@/lib/suppression/queries";

type Props = {
  params: Promise<{ org: string; code: string; year: string }>;
  searchParams: Promise<{ unit?: string | string[]; panel?: string | string[] }>;
};

/** The title of the window: not the KPI's name, which only its organisation's people may see. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code, year } = await params;
  return { title: `${(await getTranslations("lineage"))("place")}: ${code} ${year}` };
}

/** How one figure came about: of the organisation, or of the org unit named by `unit`. */
export default async function FigureLineagePage({ params, searchParams }: Props) {
  const [{ org, code, year: text }, { unit, panel }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "figure.read");
  const year = yearFrom(text) ?? notFound();
  if (Array.isArray(unit)) notFound();
  const { organisation, roles } = access;
  const [periods, isHidden] = await Promise.all([listPeriods(organisation.id), hiddenFrom(access, year)]);
  if (!periods.some((period) => period.year === year)) notFound();
  const of = await getLineage({
    organisation,
    code,
    year,
    unit: unit ?? null,
    locale,
    isHidden,
    withAuthors: may(roles, "history.read"),
    mayOpen: (orgUnitId) => may(roles, "evidence.read") && coversOrgUnit(access, orgUnitId),
  });
  const at = unit === undefined ? "" : `?unit=${encodeURIComponent(unit)}`;
  return (
    <Frame
      access={access}
      place="kpis"
      year={year}
      years={periods}
      yearHref={(other) => `/${org}/figures/${code}/${other}${at}`}
    >
      <FigurePage of={of ?? notFound()} slug={organisation.slug} isPanel={panel !== undefined} locale={locale} />
    </Frame>
  );
}
