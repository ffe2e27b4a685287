import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SetupFrame } from "@/components/setup/frame";
import { LibraryForm } from "@/components/setup/kpi-library-form";
import { LibrarySearch } from "@/components/setup/kpi-library-search";
import { requireAccess } from "@/lib/access/page";
import { inSet, librarySets, searchLibrary } from "@/lib/setup/kpi-library/model";
import { libraryWorld } from "@/lib/setup/kpi-library/queries";
import { getEntryYears } from "@/lib/value/overview/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("kpi-library") };
}

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ set?: string | string[]; q?: string | string[]; all?: string | string[] }>;
};

/** The library: KPIs to start from, by framework and subject, searched and added in one act. */
export default async function LibraryPage({ params, searchParams }: Props) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const query = await searchParams;
  const set = librarySets.find((known) => known === query.set) ?? "fsr";
  const text = typeof query.q === "string" ? query.q.slice(0, 100) : "";
  const [t, world, years, locale] = await Promise.all([
    getTranslations("setup"),
    libraryWorld(id),
    getEntryYears(id),
    getLocale(),
  ]);
  return (
    <SetupFrame access={access} part="kpi-library">
      <h1>{t("part.kpi-library")}</h1>
      <p className="lead">{t("kpiLibrary.lead")}</p>
      <LibrarySearch here={`/${slug}/setup/kpi-library`} set={set} text={text} />
      <LibraryForm
        slug={slug}
        kpis={searchLibrary(inSet(set), text, locale)}
        world={world}
        year={years[0]?.year ?? new Date().getUTCFullYear()}
        isAllTicked={query.all === "1"}
        locale={locale}
      />
    </SetupFrame>
  );
}
