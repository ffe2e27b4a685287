import { useTranslations } from "next-intl";
import { targetInWords } from "@/components/figure/target";
import type { FigureWords } from "@/components/figure/words";
import { asSubject, basisInSentence, differenceText, sizeText, withUnit, type Stated } from "@/components/kpi/sentence";
import type { KpiYear } from "@/lib/figure/model";
import { findingOf, type Finding } from "@/lib/kpi-finding/model";
import type { Locale } from "@/lib/language/model";

type Props = { kpi: KpiYear; year: number; nameOf: (code: string) => string; words: FigureWords; locale: Locale };

const withoutVerb: Finding[] = ["split"];

/** The finding as the page's title. */
function useFindingTitle(kpi: KpiYear, year: number, words: FigureWords, locale: Locale): string {
  const t = useTranslations("kpi");
  const stated = useStated();
  const finding = findingOf(kpi);
  const figure = kpi.figures.at(-1);
  return t(`finding.${finding}`, {
    name: withoutVerb.includes(finding) ? kpi.shortName : asSubject(kpi.shortName),
    year,
    value: figure ? withUnit(figure, kpi, words, locale) : "",
    size: kpi.change.comparable ? sizeText(kpi.change, kpi, stated, locale) : "",
  });
}

/** How a change is stated in the page's language. */
export function useStated(): Stated {
  const t = useTranslations("kpi");
  // Raw, because the amount is put in where the sentence is made.
  return {
    percent: t.raw("percent"),
    percentagePoints: t.raw("percentagePoints"),
    points: t.raw("points"),
    point: t.raw("point"),
  };
}

/** Title and lead: what happened, against what, and what the figure rests on. */
export function KpiHead({ kpi, year, nameOf, words, locale }: Props) {
  const title = useFindingTitle(kpi, year, words, locale);
  const lead = useLead(kpi, year, nameOf, words, locale);
  return (
    <div className="kpi-head">
      <h1>{title}</h1>
      {lead.length > 0 ? <p className="lead">{lead.join(" ")}</p> : null}
    </div>
  );
}

function useLead(
  kpi: KpiYear,
  year: number,
  nameOf: (code: string) => string,
  words: FigureWords,
  locale: Locale,
): string[] {
  const t = useTranslations("kpi.lead");
  const stated = useStated();
  const figure = kpi.figures.at(-1);
  const before = kpi.figures.at(-2);
  const { change } = kpi;
  const { target, state } = kpi.target;
  const basis = figure?.basis
    ? figure.status === "estimated"
      ? basisInSentence(figure)
      : figure.basis.replace(/\.?$/, ".")
    : "";
  const lines: string[] = [];
  if (change.comparable && figure && before) {
    const [value, was] = [withUnit(figure, kpi, words, locale), withUnit(before, kpi, words, locale)];
    const difference = differenceText(change, kpi, stated, locale);
    const direction = change.moved === "up" ? "more" : change.moved === "down" ? "less" : "same";
    if (kpi.valueKind === "split" && change.moved !== "level")
      lines.push(t("split", { value, before: was, previous: year - 1, direction, difference }));
    else
      lines.push(
        change.moved === "level"
          ? t("level", { value })
          : t("changed", { value, before: was, previous: year - 1, difference, direction }),
      );
  }
  if (figure?.status === "estimated") lines.push(t("estimate", { basis }));
  else if (basis) lines.push(basis);
  if (figure && figure.lacks.length > 0) lines.push(t("lacks", { names: figure.lacks.map(nameOf).join(", ") }));
  if (kpi.replacedBy) lines.push(t("replacedBy", { name: kpi.replacedBy.shortName }));
  if (kpi.replaces) lines.push(t("replaces", { name: kpi.replaces.shortName }));
  if (target && state !== "noTarget" && state !== "noData")
    lines.push(
      t("target", {
        targetYear: target.year,
        target: targetInWords(target, words, locale),
        state: words.target.stateLower[state],
      }),
    );
  if (figure?.isExample) lines.push(t("example"));
  return lines;
}
