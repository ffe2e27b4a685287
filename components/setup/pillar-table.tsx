import { useTranslations } from "next-intl";
import { overButtons, overFigures, Table } from "@/components/ui/table";
import { EmptyState } from "@/components/ui/empty-state";
import type { Locale } from "@/lib/language/model";
import { themeLine } from "@/lib/setup/pillar/model";
import type { PillarSetup } from "@/lib/setup/pillar/queries";

/** Every pillar in order. */
export function PillarTable({ slug, pillars, locale }: { slug: string; pillars: PillarSetup[]; locale: Locale }) {
  const t = useTranslations("setup");
  if (pillars.length === 0) return <EmptyState title={t("pillar.none")}>{t("pillar.noneText")}</EmptyState>;
  const name = locale === "da" ? "nameDa" : "nameEn";
  return (
    <Table
      label={t("part.pillars")}
      className="lines"
      columns={[
        t("pillar.name"),
        t("code"),
        t("pillar.themes"),
        t("pillar.sdgs"),
        overFigures(t("part.kpis")),
        overButtons(t("change")),
      ]}
    >
      {pillars.map((pillar) => (
        <tr key={pillar.id}>
          <th scope="row">{pillar[name]}</th>
          <td className="muted" data-label={t("code")}>
            {pillar.code}
          </td>
          <td data-label={t("pillar.themes")}>
            {pillar.themes.map((theme) => themeLine({ name: theme[name], sdgs: theme.sdgs })).join("; ")}
          </td>
          <td data-label={t("pillar.sdgs")}>{pillar.sdgs.join(", ")}</td>
          <td className="r" data-label={t("part.kpis")}>
            {pillar.kpis}
          </td>
          <td className="r">
            <a className="act" href={`/${slug}/setup/pillars/${pillar.code}`}>
              {t("change")}
              <span className="vh"> {pillar[name]}</span>
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}
