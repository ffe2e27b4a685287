import { database } from "@/lib/database/client";
import { distinctNames } from "@/lib/kpi/name/model";
import type { Locale } from "@/lib/language/model";
import { listPictures, type EditablePicture } from "@/lib/picture/queries";
import type { NamedKpi } from "./model";

/** What the forms of settings offer to pick from. */
export type SettingsChoices = { kpis: NamedKpi[]; pictures: EditablePicture[] };

/** Every KPI of an organisation with names in the year that tell it from the others, by code. */
export async function namedKpis(organisationId: string, year: number): Promise<NamedKpi[]> {
  const rows = await database.kpi.findMany({
    where: { organisationId },
    select: { code: true, versions: { orderBy: { validFromYear: "asc" } } },
    orderBy: { code: "asc" },
  });
  const known = rows.flatMap(({ code, versions }) => {
    const version = versions.findLast(({ validFromYear }) => validFromYear <= year) ?? versions[0];
    return version ? [{ ...version, code }] : [];
  });
  const namesIn = (locale: Locale) =>
    distinctNames(
      known.map(({ code, shortNameDa, shortNameEn, unitOfMeasure }) => ({
        ...{ code, unitOfMeasure },
        name: locale === "da" ? shortNameDa : shortNameEn,
      })),
      locale,
    );
  const [da, en] = [namesIn("da"), namesIn("en")];
  return known.map(({ code }) => ({ code, da: da.get(code) ?? code, en: en.get(code) ?? code }));
}

/** KPIs and pictures that blocks of a report can be set to. */
export async function getChoices(
  organisation: { id: string; slug: string },
  year: number,
  locale: Locale,
): Promise<SettingsChoices> {
  const [kpis, pictures] = await Promise.all([namedKpis(organisation.id, year), listPictures(organisation, locale)]);
  return { kpis, pictures };
}
