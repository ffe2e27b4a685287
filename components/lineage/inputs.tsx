import { useTranslations } from "next-intl";
import { PrintedFigure, ExampleTag } from "@/components/figure/printed-figure";
import { figureWords } from "@/components/figure/words";
import { useActLines } from "@/components/lineage/act";
import { addressOf, tokensText, unroundedText, withUnit } from "@/components/lineage/text";
import { remarkIn, type Locale } from "@/lib/language/model";
import { keyOf, type Lineage } from "@/lib/lineage/model";
import type { FigureLineage } from "@/lib/lineage/queries";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** What every list of figures needs. `most`: so many org units are listed before the rest is only counted. */
export type Listing = {
  entries: FigureLineage["entries"];
  slug: string;
  most: number;
  locale: Locale;
};

/** Figures that another follows from, each with its own, down to what was entered. */
export function Inputs({ lineages, ...listing }: Listing & { lineages: Lineage[] }) {
  return (
    <ul className="li-list">
      {lineages.map((lineage) => (
        <Input key={keyOf(lineage)} lineage={lineage} name={`${lineage.name} ${lineage.year}`} {...listing} />
      ))}
    </ul>
  );
}

/** The figures of org units that one is made of, or that stand beside it, and those that are missing. */
export function Parts({ lineage, ...listing }: Listing & { lineage: Lineage }) {
  const t = useTranslations("lineage");
  const { parts, absent } = lineage;
  const words = figureWords(listing.locale);
  const rest = parts.length - listing.most;
  return (
    <ul className="li-list">
      {parts.slice(0, listing.most).map(({ lineage: part, weight }) => (
        <Input
          key={keyOf(part)}
          lineage={part}
          name={part.orgUnit.name}
          note={weight === null ? "" : t("weight", { weight: formatDecimal(weight, listing.locale) })}
          {...listing}
        />
      ))}
      {rest > 0 ? (
        <li>
          <a href={addressOf(listing.slug, lineage)}>{t("more", { count: rest })}</a>
        </li>
      ) : null}
      {absent.slice(0, listing.most).map(({ orgUnit, status, basis }) => (
        <li key={orgUnit.id} className="absent">
          <span>{orgUnit.name}</span>
          <span className="muted">
            {status === "unweighed" ? t("unweighed") : words.status[status].toLocaleLowerCase(listing.locale)}
          </span>
          {basis ? <small>{remarkIn(basis, listing.locale)}</small> : null}
        </li>
      ))}
    </ul>
  );
}

/** What stands beside a figure and does not count, and by how much the org units differ from what was entered. */
export function BesideNote({
  beside: { made, amount, difference },
  unitOfMeasure,
  locale,
}: {
  beside: NonNullable<Lineage["beside"]>;
  unitOfMeasure: string;
  locale: Locale;
}) {
  const t = useTranslations("lineage");
  const text = withUnit(unroundedText(amount, locale), unitOfMeasure, locale);
  const signed = formatDecimal(difference.amount, locale, { sign: true }) + (difference.isWhole ? "" : "…");
  return (
    <p className="said">
      {t(made === "entered" ? "besideEntered" : "besideConsolidated", { amount: text })}{" "}
      {t("besideDifference", { amount: withUnit(signed, unitOfMeasure, locale) })}
    </p>
  );
}

function Input({ lineage, name, note = "", ...listing }: Listing & { lineage: Lineage; name: string; note?: string }) {
  const t = useTranslations("lineage");
  const actLines = useActLines(listing.locale);
  const { figure, unitOfMeasure, inputs, parts, absent, terms, isHidden } = lineage;
  const words = figureWords(listing.locale);
  const formula = terms.map(({ tokens }) => tokensText(tokens, lineage, listing.locale)).join(" + ");
  const said = isHidden ? [] : actLines(lineage, listing.entries[keyOf(lineage)]);
  return (
    <li data-made={lineage.made}>
      <a href={addressOf(listing.slug, lineage)}>{name}</a>
      <b>
        {isHidden ? (
          <abbr title={t("hiddenTitle")}>{t("hiddenShort")}</abbr>
        ) : (
          <>
            <PrintedFigure figure={figure} words={words} locale={listing.locale} tagged={false} />
            {figure.amount === null ? null : ` ${unitLabel(unitOfMeasure, listing.locale)}`}
          </>
        )}
      </b>
      <small>
        {[note, formula, ...said].filter((text) => text !== "").join(" · ")}
        {figure.isExample && !isHidden ? <ExampleTag words={words} /> : null}
      </small>
      {inputs.length > 0 ? <Inputs lineages={inputs} {...listing} /> : null}
      {parts.length + absent.length > 0 && lineage.made !== "entered" ? <Parts lineage={lineage} {...listing} /> : null}
    </li>
  );
}
