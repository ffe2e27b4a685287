import { useLocale, useTranslations } from "next-intl";
import { TextDifferences, type TextNames } from "@/components/edition/text-differences";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import { restatedBetween, type FigureDifference } from "@/lib/edition/comparison/model";
import type { TextDifference } from "@/lib/edition/comparison/text/model";
import { isLocale, type Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";
import "@/components/edition/edition.css";

type Named = { year: number; number: number };
type Props = {
  slug: string;
  edition: Named;
  /** What it is held against; null: there is no other edition. */
  other: Named | null;
  /** Every other edition there is. */
  others: Named[];
  figures: FigureDifference[];
  texts: TextDifference[];
  names: TextNames;
};

/** Two editions held against each other: figures both print and say otherwise, those only one prints, and texts. */
export function Comparison({ slug, edition, other, others, figures, texts, names }: Props) {
  const t = useTranslations("edition");
  const changed = restatedBetween(figures);
  const onlyOne = figures.filter((one) => !changed.includes(one));
  const nameOf = ({ year, number }: Named) => `${year}, ${t("edition", { number: String(number) }).toLowerCase()}`;
  const path = `/${slug}/reports/${edition.year}/editions`;
  const title = other
    ? t("comparison.title", { number: String(edition.number), year: String(edition.year), other: nameOf(other) })
    : t("edition", { number: String(edition.number) });
  return (
    <>
      <Breadcrumbs
        label={title}
        crumbs={[{ label: t("title", { year: String(edition.year) }), href: path }, { label: title }]}
      />
      <h1>{title}</h1>
      {others.length === 0 ? (
        <EmptyState title={t("comparison.noOther")}>{t("comparison.noOtherHint")}</EmptyState>
      ) : null}
      {others.length > 0 ? (
        <p className="edition-links">
          {t("comparison.with")}:
          {others.map((one) => (
            <Link
              key={nameOf(one)}
              href={`${path}/${edition.number}?with=${one.year}-${one.number}`}
              aria-current={other && nameOf(one) === nameOf(other) ? "true" : undefined}
            >
              {nameOf(one)}
            </Link>
          ))}
        </p>
      ) : null}
      {other && figures.length === 0 && texts.length === 0 ? <p>{t("comparison.same")}</p> : null}
      <Figures title={t("comparison.figures")} figures={changed} />
      <TextDifferences texts={texts} names={names} />
      <Figures title={t("comparison.onlyOne")} figures={onlyOne} />
    </>
  );
}

function Figures({ title, figures }: { title: string; figures: FigureDifference[] }) {
  const t = useTranslations("edition.comparison");
  const language = useLocale();
  const locale: Locale = isLocale(language) ? language : "da";
  if (figures.length === 0) return null;
  return (
    <section className="comparison-part">
      <h2>
        {title} <span className="muted">{t("count", { count: figures.length })}</span>
      </h2>
      <Table
        label={title}
        columns={[t("kpi"), t("year"), overFigures(t("before")), overFigures(t("after")), t("reason")]}
      >
        {figures.map(({ code, name, unitOfMeasure, year, before, after, reason }) => (
          <tr key={`${code} ${year}`}>
            <th scope="row">
              {name[locale]} <span className="muted">{unitLabel(unitOfMeasure, locale)}</span>
            </th>
            <td>{year}</td>
            <td className="r">{before === null ? t("absent") : printed(before, locale)}</td>
            <td className="r">{after === null ? t("absent") : printed(after, locale)}</td>
            <td>{reason?.[locale]}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function printed(said: string, locale: Locale): string {
  return /^-?\d+(\.\d+)?$/.test(said) ? formatDecimal(said, locale) : said;
}
