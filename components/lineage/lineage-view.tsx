import { useTranslations } from "next-intl";
import { CoverageLists } from "@/components/coverage/coverage-lists";
import { printedText } from "@/components/figure/printed";
import { figureWords } from "@/components/figure/words";
import { useActLines } from "@/components/lineage/act";
import { Calculation } from "@/components/lineage/calculation";
import { Compared } from "@/components/lineage/compared";
import { Drivers } from "@/components/lineage/drivers";
import { Factors } from "@/components/lineage/factors";
import { BesideNote, Inputs, Parts } from "@/components/lineage/inputs";
import { Proofs, Restatements } from "@/components/lineage/proofs";
import { printedWithUnit } from "@/components/lineage/text";
import { remarkIn, type Locale } from "@/lib/language/model";
import { keyOf, withinLineage, type Lineage } from "@/lib/lineage/model";
import type { FigureLineage } from "@/lib/lineage/queries";
import "@/components/lineage/lineage.css";

type Props = { of: FigureLineage; slug: string; most: number; locale: Locale };

/** What the figure is, in the words of a heading. */
export function useLineageTitle(lineage: Lineage, locale: Locale): string {
  const t = useTranslations("lineage");
  const { figure, isHidden } = lineage;
  if (isHidden) return t("titleHidden");
  if (figure.amount === null && figure.split === null) return t("titleNone");
  return t("title", { value: printedText(figure, figureWords(locale), locale) });
}

/** The whole lineage of a figure: the calculation, whether it can be compared, what went into it, and who entered that. */
export function LineageView({ of, slug, most, locale }: Props) {
  const t = useTranslations("lineage");
  const { lineage, entries, comparison, coverage } = of;
  const { inputs, parts, absent, made, name, year, orgUnit, beside } = lineage;
  const listing = { entries, slug, most, locale };
  if (lineage.isHidden) return <p className="hidden-note">{t("hidden")}</p>;
  const factors = [
    ...new Map(withinLineage(lineage).flatMap((one) => one.factors.map((use) => [use.id, use] as const))).values(),
  ];
  const isLeaf = made === "entered" || made === "nothing";
  return (
    <>
      <p className="sum">
        {orgUnit.isRoot
          ? t("what", { name, year: String(year) })
          : t("whatUnit", { name, unit: orgUnit.name, year: String(year) })}
      </p>
      <Calculation lineage={lineage} locale={locale} />
      {isLeaf ? <Acts lineage={lineage} entries={entries} locale={locale} /> : null}
      <Lacking lineage={lineage} />
      {of.split ? <Drivers split={of.split} lineage={lineage} slug={slug} locale={locale} /> : null}
      <Compared comparison={comparison} year={year} locale={locale} />
      {inputs.length > 0 ? (
        <section>
          <h3>{t("inputs")}</h3>
          <Inputs lineages={inputs} {...listing} />
        </section>
      ) : null}
      {factors.length > 0 ? <Factors factors={factors} locale={locale} /> : null}
      {parts.length + absent.length > 0 ? (
        <section>
          <h3>{t(made === "entered" ? "beside" : "orgUnits")}</h3>
          {made === "entered" && orgUnit.isRoot ? <p className="said">{t("besideNote")}</p> : null}
          {beside ? <BesideNote beside={beside} unitOfMeasure={lineage.unitOfMeasure} locale={locale} /> : null}
          <Parts lineage={lineage} {...listing} />
        </section>
      ) : null}
      {coverage ? (
        <section>
          <h3>{t("coverage")}</h3>
          <CoverageLists
            coverage={coverage}
            hasFteKpi={of.hasFteKpi}
            year={year}
            words={figureWords(locale)}
            most={most}
            locale={locale}
          />
        </section>
      ) : null}
      <Estimates lineage={lineage} locale={locale} />
      <Restatements restatements={of.restatements} slug={slug} locale={locale} />
      <Proofs proofs={of.proofs} lineages={withinLineage(lineage)} slug={slug} locale={locale} />
    </>
  );
}

function Acts({ lineage, entries, locale }: { lineage: Lineage; entries: FigureLineage["entries"]; locale: Locale }) {
  const t = useTranslations("lineage");
  const words = figureWords(locale);
  const lines = useActLines(locale)(lineage, entries[keyOf(lineage)]);
  const { figure } = lineage;
  return (
    <section data-made={lineage.made}>
      <dl className="who">
        <dt>{t("result")}</dt>
        <dd className="big-figure">{printedWithUnit(lineage, locale)}</dd>
        <dt>{t("status")}</dt>
        <dd>
          {words.status[figure.status]}
          {figure.isExample ? ` (${words.example})` : null}
        </dd>
        <dt>{t("who")}</dt>
        {lines.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </dl>
    </section>
  );
}

function Lacking({ lineage: { figure, inputs } }: { lineage: Lineage }) {
  const t = useTranslations("lineage");
  if (figure.lacks.length === 0) return null;
  const names = figure.lacks.map((code) => inputs.find((input) => input.code === code)?.name ?? code);
  return <p className="said">{t("lacks", { names: names.join(", ") })}</p>;
}

/** What an estimated figure rests on, from the lowest estimates up. */
function Estimates({ lineage, locale }: { lineage: Lineage; locale: Locale }) {
  const t = useTranslations("lineage");
  const estimated = withinLineage(lineage).filter(
    ({ figure, made, isHidden }) => figure.status === "estimated" && made === "entered" && !isHidden,
  );
  if (estimated.length === 0) return null;
  return (
    <section>
      <h3>{t("estimates")}</h3>
      {estimated.map((one) => (
        <p className="said" key={keyOf(one)}>
          {t("estimateOf", {
            name: one.orgUnit.isRoot ? one.name : `${one.name}, ${one.orgUnit.name}`,
            year: String(one.year),
            basis: remarkIn(one.figure.basis, locale) || t("noBasis"),
          })}
        </p>
      ))}
      <p className="said">{t("estimateReplaced")}</p>
    </section>
  );
}
