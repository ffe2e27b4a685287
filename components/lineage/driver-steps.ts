import type { useTranslations } from "next-intl";
import { factorText, leafName, unroundedText, withUnit } from "@/components/lineage/text";
import type { Driven, Split } from "@/lib/driver/split/model";
import type { Locale } from "@/lib/language/model";
import type { Lineage } from "@/lib/lineage/model";
import { formatDecimal } from "@/lib/number/format";

/** A step of the waterfall: what moved the figure, from and to where in percent of the widest point, and what is printed of it. */
export type Step = { name: string; how: string; bar: Bar; look: "whole" | "up" | "down"; text: string };

/** Places only; nobody reads a figure off them. In percent of the widest point, from zero. */
export type Bar = { left: number; width: number };

type Say = ReturnType<typeof useTranslations<"lineage.driver">>;

/** The waterfall in words and places: the finding it shows, and its steps from the earlier year to the later. */
export function driverSteps(t: Say, split: Split, lineage: Lineage, locale: Locale): { title: string; steps: Step[] } {
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
  const bars = barsOf(split);
  const whole = (name: number, amount: string, bar: Bar): Step => ({
    ...{ name: String(name), how: "", bar, look: "whole" },
    text: formatDecimal(amount, locale),
  });
  return {
    title,
    steps: [
      whole(split.previous, split.before, bars.first),
      ...split.effects.map((effect, index): Step => ({
        name: nameOf(effect),
        how: fromTo(effect, lineage, locale),
        bar: bars.effects[index]!,
        look: effect.amount.startsWith("-") ? "down" : "up",
        text: signed(effect.amount),
      })),
      whole(lineage.year, split.after, bars.last),
    ],
  };
}

function barsOf({ before, after, effects }: Split): { first: Bar; last: Bar; effects: Bar[] } {
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
