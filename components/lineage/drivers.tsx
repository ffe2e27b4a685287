import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { factorText, leafName, unroundedText, withUnit } from "@/components/lineage/text";
import { Scroll } from "@/components/ui/scroll";
import type { Driven, Split } from "@/lib/driver/split/model";
import type { Locale } from "@/lib/language/model";
import type { Lineage } from "@/lib/lineage/model";
import { formatDecimal } from "@/lib/number/format";

/** `level`: depth of its title among the page's headings. */
type Props = { split: Split; lineage: Lineage; level?: 2 | 3; locale: Locale };

/** Why a figure changed: a waterfall from the earlier year to the later, each step with its effect, drawn in the table that says it. */
export function Drivers({ split, lineage, level = 3, locale }: Props) {
  const t = useTranslations("lineage.driver");
  const nameOf = ({ leaf }: Driven) => (leaf ? leafName(leaf, lineage, locale) : t("coverage"));
  const signed = (amount: string) => formatDecimal(amount, locale, { sign: true });
  const isUp = !split.change.startsWith("-");
  const moving = split.effects.filter(({ amount }) => /[1-9]/.test(amount));
  const parts = moving.map((effect) => t("part", { amount: signed(effect.amount), name: nameOf(effect) }));
  const title = t("finding", {
    name: lineage.name,
    direction: isUp ? "up" : "down",
    amount: withUnit(formatDecimal(split.change.replace("-", ""), locale), lineage.unitOfMeasure, locale),
    parts: new Intl.ListFormat(locale, { type: "conjunction" }).format(parts),
  });
  const steps = stepsOf(split);
  const Title = `h${level}` as const;
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
            <Row
              name={String(split.previous)}
              bar={steps.first}
              look="whole"
              text={formatDecimal(split.before, locale)}
            />
            {split.effects.map((effect, index) => (
              <Row
                key={index}
                name={nameOf(effect)}
                how={fromTo(effect, lineage, locale)}
                bar={steps.effects[index]!}
                look={effect.amount.startsWith("-") ? "down" : "up"}
                text={signed(effect.amount)}
              />
            ))}
            <Row name={String(lineage.year)} bar={steps.last} look="whole" text={formatDecimal(split.after, locale)} />
          </tbody>
        </table>
      </Scroll>
      <p className="notes">{t("note")}</p>
    </section>
  );
}

type Bar = { left: number; width: number };

function Row({
  name,
  how = "",
  bar,
  look,
  text,
}: {
  name: string;
  how?: string;
  bar: Bar;
  look: string;
  text: string;
}) {
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

/** Places bars only; nobody reads a figure off them. In percent of the widest point, from zero. */
function stepsOf({ before, after, effects }: Split): { first: Bar; last: Bar; effects: Bar[] } {
  const ends = effects.reduce<number[]>((at, { amount }) => [...at, at.at(-1)! + Number(amount)], [Number(before)]);
  const low = Math.min(0, ...ends, Number(after));
  const range = Math.max(0, ...ends, Number(after)) - low || 1;
  const bar = (from: number, to: number): Bar => ({
    left: rounded(((Math.min(from, to) - low) / range) * 100),
    width: rounded((Math.abs(to - from) / range) * 100),
  });
  return {
    first: bar(0, Number(before)),
    last: bar(0, Number(after)),
    effects: effects.map((_, index) => bar(ends[index]!, ends[index + 1]!)),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** "3.289 → 3.574 MWh, +9 %". */
function fromTo({ leaf, before, after, percent }: Driven, lineage: Lineage, locale: Locale): string {
  if (!leaf || !before || !after) return "";
  const factor = lineage.factors.find(({ code }) => code === leaf.code);
  const input = lineage.inputs.find(({ code }) => code === leaf.code);
  const to =
    leaf.kind === "factor" && factor
      ? factorText(factor, locale)
      : withUnit(unroundedText(after, locale), input?.unitOfMeasure ?? "", locale);
  const change = percent === null ? "" : `, ${formatDecimal(percent, locale, { sign: true })} %`;
  return `${unroundedText(before, locale)} → ${to}${change}`;
}
