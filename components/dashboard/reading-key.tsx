import { useTranslations } from "next-intl";
import { MovementSign } from "@/components/figure/sign";
import { derivedYears, yearsText } from "@/lib/dashboard/year/model";
import type { KpiYear } from "@/lib/figure/model";

/** How to read the list, and which base data was worked out backwards. */
export function ReadingKey({ base }: { base: KpiYear[] }) {
  const t = useTranslations("dashboard.key");
  const derived = base
    .map((kpi) => ({ name: kpi.shortName, years: derivedYears(kpi) }))
    .filter(({ years }) => years.length > 0);
  return (
    <>
      <p>
        <b>{t("title")}</b>{" "}
        <span className="inline-sign">
          <MovementSign moved="up" />
          <span className="vh">{t("up")}</span>
        </span>{" "}
        <span className="inline-sign">
          <MovementSign moved="down" />
          <span className="vh">{t("down")}</span>
        </span>{" "}
        {t("text")}
        {derived.map(({ name, years }) => ` ${t("derived", { name, years: yearsText(years) })}`)}
      </p>
      <p>{t("glyphs")}</p>
    </>
  );
}
