import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { driverSteps, type Step } from "@/components/lineage/driver-steps";
import { Scroll } from "@/components/ui/scroll";
import type { Split } from "@/lib/driver/split/model";
import type { Locale } from "@/lib/language/model";
import type { Lineage } from "@/lib/lineage/model";

/** `level`: depth of its title among the page's headings. */
type Props = { split: Split; lineage: Lineage; slug: string; level?: 2 | 3; locale: Locale };

/** Forms in which the waterfall can be taken along. */
const formats = ["svg", "png", "csv"] as const;

/** Why a figure changed: a waterfall from the earlier year to the later, each step with its effect, drawn in the table that says it. */
export function Drivers({ split, lineage, slug, level = 3, locale }: Props) {
  const t = useTranslations("lineage.driver");
  const { title, steps } = driverSteps(t, split, lineage, locale);
  const Title = `h${level}` as const;
  const { code, year, orgUnit } = lineage;
  const unit = orgUnit.isRoot ? "" : `?unit=${encodeURIComponent(orgUnit.code)}`;
  return (
    <section className="drivers">
      <Title>{title}</Title>
      <Scroll label={t("title")}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col" className="fall" aria-hidden="true" />
              <th scope="col" className="r">
                {t("effect")}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              <Row key={index} {...step} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="notes">{t("note")}</p>
      <p className="take-along">
        {t("download")}
        {formats.map((format) => (
          <a key={format} href={`/${slug}/figures/${code}/${year}/drivers/${format}${unit}`} download>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </section>
  );
}

function Row({ name, how, bar, look, text }: Step) {
  const place = { left: `${bar.left}%`, width: `${bar.width}%` } satisfies CSSProperties;
  return (
    <tr className={look === "whole" ? "whole" : undefined}>
      <th scope="row">
        {name}
        {how ? <small>{how}</small> : null}
      </th>
      <td className="fall" aria-hidden="true">
        <span className="track">
          <i className={look} style={place} />
        </span>
      </td>
      <td className="r">{text}</td>
    </tr>
  );
}
