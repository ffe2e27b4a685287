import { useTranslations } from "next-intl";
import { MovementSign } from "@/components/figure/sign";
import type { KpiYear } from "@/lib/figure/model";

/** How to read the list, and which base data was worked out backwards. */
export function ReadingKey({ base }: { base: KpiYear[] }) {
  const t = useTranslations("dashboard.key");
  const derived = base.map((kpi) => ({ name: kpi.shortName, years: kpi.figures.filter((figure) => figure.origin === "derived").map((figure) => figure.year) })).filter(({ years }) => years.length > 0);
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

/** "2019–2022" where no year between is left out, else each of them. */
function yearsText(years: number[]): string {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  return years.length > 2 && last - first === years.length - 1 ? `${first}–${last}` : years.join(", ");
}
