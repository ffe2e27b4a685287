import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import type { Locale } from "@/lib/language/model";
import { addFromLibraryOf } from "@/lib/setup/kpi-library/actions";
import type { libraryWorld } from "@/lib/setup/kpi-library/queries";
import type { LibraryKpi } from "@/lib/setup/kpi-library/topic/model";
import { LibraryList } from "./kpi-library-list";

type Props = {
  slug: string;
  kpis: LibraryKpi[];
  world: Awaited<ReturnType<typeof libraryWorld>>;
  year: number;
  isAllTicked: boolean;
  locale: Locale;
};

/** The form that adds what is ticked: from which year on, and under which pillar. */
export function LibraryForm({ slug, kpis, world, year, isAllTicked, locale }: Props) {
  const t = useTranslations("setup");
  if (kpis.length === 0)
    return <EmptyState title={t("kpiLibrary.noneFound")}>{t("kpiLibrary.noneFoundText")}</EmptyState>;
  const pillars = world.pillars.map(({ id, nameDa, nameEn }) => ({
    value: id,
    label: locale === "da" ? nameDa : nameEn,
  }));
  return (
    <div className="wide-form">
      <ActionForm
        // Other boxes, another form: what is ticked on one list does not stay on the next.
        key={kpis.map(({ code }) => code).join()}
        action={addFromLibraryOf}
        hidden={{ org: slug }}
        fields={[
          {
            kind: "text",
            name: "year",
            label: t("kpi.validFromYear"),
            hint: t("kpiLibrary.yearHint"),
            value: String(year),
          },
          {
            kind: "select",
            name: "pillarId",
            label: t("kpi.pillar"),
            hint: t("kpiLibrary.pillarHint"),
            choices: [{ value: "", label: t("kpiLibrary.ownPillars") }, ...pillars],
          },
        ]}
        submit={{ label: t("kpiLibrary.add") }}
        summary={t("summary")}
        done={t("kpiLibrary.added")}
      >
        <LibraryList kpis={kpis} present={world.present} isAllTicked={isAllTicked} locale={locale} />
      </ActionForm>
    </div>
  );
}
